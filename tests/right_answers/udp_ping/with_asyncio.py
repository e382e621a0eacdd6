"""With a datagram endpoint of asyncio, connected, and a queue of what it receives."""

import asyncio
import time


class Replies(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.queue: asyncio.Queue[bytes | Exception] = asyncio.Queue()

    def datagram_received(self, data: bytes, addr: object) -> None:
        self.queue.put_nowait(data)

    def error_received(self, exc: Exception) -> None:
        self.queue.put_nowait(exc)


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    return asyncio.run(pings(host, port, count, timeout))


async def pings(host: str, port: int, count: int, timeout: float) -> list[float | None]:
    loop = asyncio.get_running_loop()
    transport, replies = await loop.create_datagram_endpoint(Replies, remote_addr=(host, port))
    try:
        return [await ping(transport, replies.queue, number, timeout) for number in range(1, count + 1)]
    finally:
        transport.close()


async def ping(transport: asyncio.DatagramTransport, queue: asyncio.Queue, number: int, timeout: float) -> float | None:
    start = time.monotonic()
    transport.sendto(b"ping %d" % number)
    try:
        async with asyncio.timeout(timeout):
            while await queue.get() != b"pong %d" % number:
                pass
            return time.monotonic() - start
    except TimeoutError:
        return None
