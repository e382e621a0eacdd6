"""Asks for no kind of socket, and says each address three times.

check: test_addresses_of_both_versions
words: ['192.0.2.7', '192.0.2.7', '192.0.2.7', '192.0.2.8'
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
    rows = socket.getaddrinfo(name, None, flags=socket.AI_CANONNAME)
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
