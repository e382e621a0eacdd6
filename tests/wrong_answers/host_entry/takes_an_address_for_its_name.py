"""Knows that an address has no name by getting it back, but compares it with what was asked.

check: test_address_without_a_name[ipv6 written otherwise]
words: is due, and the call returned
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
    try:
        ipaddress.ip_address(name)
    except ValueError:
        with suppress(OSError):
            _, aliases, _ = socket.gethostbyname_ex(name)
    else:
        official, _ = socket.getnameinfo(rows[0][4], socket.NI_NUMERICSERV)
        if official == name:
            raise socket.herror(1, "Unknown host")
        with suppress(OSError):
            official, aliases, _ = socket.gethostbyaddr(name)
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))
