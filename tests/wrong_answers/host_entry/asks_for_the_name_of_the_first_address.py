"""Asks backward for every name, and fails where the way back is not known.

check: test_host_that_is_not_found_backward[both versions]
words: herror: [Errno 1] Unknown host
"""

import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    official, aliases, _ = socket.gethostbyaddr(name)
    addresses = tuple(dict.fromkeys(row[4][0] for row in rows))
    return HostEntry(official, tuple(aliases), addresses)
