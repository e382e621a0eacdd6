"""Takes an address for its own name.

check: test_asked_by_address[ipv4]
words: got '192.0.2.7' where 'web.test'
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
    official, aliases = rows[0][3], []
    try:
        _, aliases, _ = socket.gethostbyname_ex(name)
    except OSError:
        pass
    addresses = tuple(dict.fromkeys(row[4][0] for row in rows))
    return HostEntry(official, tuple(aliases), addresses)
