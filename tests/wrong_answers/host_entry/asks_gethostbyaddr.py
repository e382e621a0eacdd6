"""Asks `gethostbyaddr`, which answers with one address.

check: test_addresses_of_both_versions
words: ['192.0.2.7']
"""

import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    official, aliases, addresses = socket.gethostbyaddr(name or socket.gethostname())
    return HostEntry(official, tuple(aliases), tuple(addresses))
