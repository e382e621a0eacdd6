"""Asks for the aliases first, with a function that fails where there is no IPv4 address.

check: test_addresses_of_one_version[ipv6]
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
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        official, aliases, _ = socket.gethostbyname_ex(name)
    addresses = tuple(dict.fromkeys(row[4][0] for row in rows))
    return HostEntry(official, tuple(aliases), addresses)


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
