"""Asks the address of a host that has no IPv4 for its aliases, and lets the error through.

check: test_host_that_is_not_found_backward[ipv6 alone]
words: herror
"""

import ipaddress
import socket
from contextlib import suppress
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    official, aliases = rows[0][3] or name, list[str]()
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        with suppress(OSError):
            _, aliases, _ = socket.gethostbyname_ex(name)
        if all(row[0] == socket.AF_INET6 for row in rows):
            with suppress(OSError):
                socket.getnameinfo(rows[0][4], socket.NI_NAMEREQD)
            _, aliases, _ = socket.gethostbyaddr(rows[0][4][0])
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))


def is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
