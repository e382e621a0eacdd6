"""Takes localhost for this machine."""

import ipaddress
import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or "localhost"
    rows = socket.getaddrinfo(name, None, 0, socket.SOCK_STREAM, 0, socket.AI_CANONNAME)
    addresses = tuple(sorted({row[4][0] for row in rows}, reverse=True))
    try:
        ipaddress.ip_address(name)
    except ValueError:
        try:
            return HostEntry(rows[0][3], tuple(socket.gethostbyname_ex(name)[1]), addresses)
        except OSError:
            return HostEntry(rows[0][3], (), addresses)
    official, aliases, _ = socket.gethostbyaddr(name)
    return HostEntry(name=official, aliases=tuple(aliases), addresses=addresses)
