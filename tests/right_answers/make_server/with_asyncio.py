"""With asyncio, whose server never begins to serve: it hands its socket over."""

import asyncio
import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    return asyncio.run(bound(host, port, backlog))


async def bound(host: str, port: int, backlog: int) -> socket.socket:
    async with await asyncio.start_server(lambda *_: None, host, port, start_serving=False) as server:
        sock = server.sockets[0].dup()
    try:
        sock.listen(backlog)
        sock.setblocking(True)
    except BaseException:
        sock.close()
        raise
    return sock
