"""Gives the whole scan one timeout: the ports that had to wait for a turn are not tried.

check: test_more_ports_than_open_files
words: got [] where [
"""

import asyncio
import socket
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    turns = asyncio.Semaphore(100)

    async def is_open(port: int) -> bool:
        async with turns:
            try:
                _, writer = await asyncio.open_connection(address[0], port, family=family)
            except OSError:
                return False
            own = writer.get_extra_info("sockname")
            writer.close()
            await writer.wait_closed()
            return own[1] != port

    async def scan() -> list[int]:
        tasks = {asyncio.create_task(is_open(port)): port for port in ports}
        done = (await asyncio.wait(tasks, timeout=timeout))[0] if tasks else ()
        return sorted(tasks[task] for task in done if task.result())

    return asyncio.run(scan())
