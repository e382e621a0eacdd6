"""Makes an event loop of its own, and leaves it open with its sockets.

check: test_finds_the_open_ports
words: never closed: the socket made in line
"""

import asyncio
import socket
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    async def is_open(port: int) -> bool:
        async with turns:
            try:
                _, writer = await asyncio.wait_for(asyncio.open_connection(address[0], port, family=family), timeout)
            except OSError:
                return False
            own = writer.get_extra_info("sockname")
            writer.close()
            await writer.wait_closed()
            return own[1] != port

    async def scan() -> list[bool]:
        return await asyncio.gather(*map(is_open, ports))

    turns = asyncio.Semaphore(100)
    answers = asyncio.new_event_loop().run_until_complete(scan())
    return [port for port, yes in zip(ports, answers) if yes]
