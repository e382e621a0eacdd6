"""Asks `gethostbyname_ex`, which knows IPv4 alone.

check: test_addresses_of_both_versions
words: ['192.0.2.7', '192.0.2.8']
"""

import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    official, aliases, addresses = socket.gethostbyname_ex(name or socket.gethostname())
    return HostEntry(official, tuple(aliases), tuple(addresses))
