"""Asks for IPv4 with `gethostbyname_ex`, then for IPv6, then backward."""

import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, name)
        except OSError:
            continue
        official, aliases, addresses = socket.gethostbyaddr(name)
        return HostEntry(official, tuple(aliases), tuple(addresses))
    try:
        official, aliases, addresses = socket.gethostbyname_ex(name)
        missing = None
    except socket.gaierror as error:
        official, aliases, addresses, missing = name, [], [], error
    try:
        addresses += [row[4][0] for row in socket.getaddrinfo(name, None, socket.AF_INET6, socket.SOCK_STREAM)]
    except socket.gaierror:
        if missing:
            raise
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(addresses)))
