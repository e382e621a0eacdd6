"""Keeps what it found for the next call.

check: test_asked_again
words: ('192.0.2.5',)
"""

import functools
import ipaddress
import socket
from contextlib import suppress
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


@functools.cache
def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    official, aliases = rows[0][3] or name, list[str]()
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        with suppress(OSError):  # getaddrinfo knows no aliases, and gethostbyname no host without IPv4
            _, aliases, _ = socket.gethostbyname_ex(name)
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))


def is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
