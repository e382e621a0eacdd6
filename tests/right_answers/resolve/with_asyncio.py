"""Asks through an event loop, which asks in a thread."""

import asyncio
import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    try:
        port = int(service)
    except ValueError:
        port = None
    if port is not None and port not in range(65536):
        raise ValueError(f"no such port: {service}")
    return asyncio.run(ask(host, service))


async def ask(host, service):
    rows = await asyncio.get_running_loop().getaddrinfo(host, service, type=socket.SOCK_STREAM)
    found = []
    for *_, (address, port, *rest) in rows:
        if (address, port) not in found:
            found.append((address, port))
    return found
