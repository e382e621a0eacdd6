"""Puts the address asked for before those of the system, which may write it in another way.

check: test_asked_by_address[ipv6 written otherwise]
words: 2001:DB8:0::7 is 2 times among the addresses
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
    addresses = [str(row[4][0]) for row in rows]
    official, aliases = rows[0][3] or name, list[str]()
    try:
        ipaddress.ip_address(name)
    except ValueError:
        with suppress(OSError):
            _, aliases, _ = socket.gethostbyname_ex(name)
    else:
        official, aliases, _ = socket.gethostbyaddr(name)
        addresses.insert(0, name)
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(addresses)))
