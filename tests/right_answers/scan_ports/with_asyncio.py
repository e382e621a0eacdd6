"""With asyncio, and a semaphore that holds the connections down."""

import asyncio
import socket
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    asked = sorted(set(ports))
    if timeout < 0 or any(port not in range(1, 65536) for port in asked):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    return asyncio.run(scan(host, asked, timeout))


async def scan(host: str, ports: list[int], timeout: float) -> list[int]:
    infos = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    turns = asyncio.Semaphore(100)

    async def is_open(port: int) -> bool:
        async with turns:
            try:
                async with asyncio.timeout(timeout):
                    _, writer = await asyncio.open_connection(infos[0][4][0], port)
            except OSError:
                return False
            itself = writer.get_extra_info("sockname")[:2] == (infos[0][4][0], port)
            writer.transport.abort()
            try:
                await writer.wait_closed()
            except ConnectionError:
                pass
            return not itself

    answers = await asyncio.gather(*map(is_open, ports))
    return [port for port, yes in zip(ports, answers, strict=True) if yes]
