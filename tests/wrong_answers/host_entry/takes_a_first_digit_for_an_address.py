"""Takes whatever begins with a digit for an address.

check: test_host_that_is_not_found_backward[a digit first]
words: herror
"""

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
        with suppress(OSError):  # getaddrinfo knows no aliases, and gethostbyname no host without IPv4
            _, aliases, _ = socket.gethostbyname_ex(name)
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))


def is_address(text: str) -> bool:
    return ":" in text or text[:1].isdigit()
