"""Takes the name from `getfqdn`, and an address without a name for its own name.

check: test_address_without_a_name[ipv4]
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
    official, aliases = socket.getfqdn(name) if is_address(name) else rows[0][3], []
    try:
        _, aliases, _ = socket.gethostbyaddr(name) if is_address(name) else socket.gethostbyname_ex(name)
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
