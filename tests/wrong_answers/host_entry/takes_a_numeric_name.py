"""Asks `getnameinfo` for a name, which answers with the address where there is none.

check: test_address_without_a_name[ipv6]
words: gaierror or herror is due, and the call returned
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
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    official, aliases = rows[0][3], []
    if is_address(name):
        official, _ = socket.getnameinfo(rows[0][4], 0)
        if '.' in name or official != name:
            official, aliases, _ = socket.gethostbyaddr(name)
    else:
        try:
            _, aliases, _ = socket.gethostbyname_ex(name)
        except OSError:
            pass
    addresses = tuple(dict.fromkeys(row[4][0] for row in rows))
    return HostEntry(official, tuple(aliases), addresses)


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
