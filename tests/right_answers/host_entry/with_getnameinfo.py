"""Asks backward with `getnameinfo`, then forward again for all the host has."""

import asyncio
import ipaddress
import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    return asyncio.run(entry(name or socket.gethostname()))


async def entry(name):
    loop = asyncio.get_running_loop()
    addresses = {}
    try:
        addresses[str(ipaddress.ip_address(name))] = True
    except ValueError:
        pass
    else:
        name, _ = await loop.getnameinfo((name, 0), socket.NI_NAMEREQD)
    rows = await loop.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    addresses |= {row[4][0]: True for row in rows}
    try:
        _, aliases, _ = socket.gethostbyname_ex(name)
    except (socket.gaierror, socket.herror):
        aliases = []
    return HostEntry(rows[0][3], tuple(aliases), tuple(addresses))
