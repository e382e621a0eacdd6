"""Leaves an address twice in the entry when the system has it twice.

check: test_each_address_once
words: ['192.0.2.4', '192.0.2.4', '2001:db8::4']
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
    official, aliases = rows[0][3], []
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        try:
            _, aliases, _ = socket.gethostbyname_ex(name)
        except OSError:
            pass
    return HostEntry(official, tuple(aliases), tuple(row[4][0] for row in rows))


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
