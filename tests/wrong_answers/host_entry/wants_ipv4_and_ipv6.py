"""Asks for IPv4 and for IPv6 addresses, and fails where there are none of one kind.

check: test_addresses_of_one_version[ipv4]
words: No address associated with hostname
"""

import ipaddress
import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    if is_address(name):
        official, aliases, addresses = socket.gethostbyaddr(name)
        return HostEntry(official, tuple(aliases), tuple(addresses))
    official, aliases, _ = socket.gethostbyname_ex(name)
    addresses = {}
    for family in (socket.AF_INET, socket.AF_INET6):
        for row in socket.getaddrinfo(name, None, family, socket.SOCK_STREAM):
            addresses[row[4][0]] = True
    return HostEntry(official, tuple(aliases), tuple(addresses))


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
