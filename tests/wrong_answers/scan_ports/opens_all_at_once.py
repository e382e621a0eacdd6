"""Opens all the connections at once, more than a process may have.

check: test_more_ports_than_open_files
words: Too many open files
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
        try:
            _, writer = await asyncio.wait_for(asyncio.open_connection(address[0], port, family=family), timeout)
        except (ConnectionError, TimeoutError):
            return False
        own = writer.get_extra_info("sockname")
        writer.close()
        await writer.wait_closed()
        return own[1] != port

    async def scan() -> list[int]:
        answers = await asyncio.gather(*map(is_open, ports))
        return [port for port, yes in zip(ports, answers) if yes]

    return asyncio.run(scan())
