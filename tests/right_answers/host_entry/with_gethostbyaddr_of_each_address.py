"""Asks for the addresses, and then each of them for its names."""

from socket import AF_INET6, AF_UNSPEC, SOCK_STREAM, getaddrinfo, getfqdn, gethostbyaddr, gethostname, herror, inet_pton
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    if not name:
        name = gethostname()
    addresses = {row[4][0] for row in getaddrinfo(name, 0, AF_UNSPEC, SOCK_STREAM)}
    official, aliases = getfqdn(name), set()
    for address in addresses:
        try:
            known, others, _ = gethostbyaddr(address)
        except herror:
            if address == name or (":" in name and inet_pton(AF_INET6, address) == inet_pton(AF_INET6, name)):
                raise
            continue
        official = known
        aliases |= set(others)
    return HostEntry(official, tuple(aliases), tuple(addresses))
