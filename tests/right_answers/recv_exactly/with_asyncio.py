"""Runs an event loop for one call, and gives the socket back in blocking mode."""

import asyncio
import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    sock.setblocking(False)
    try:
        return asyncio.run(receive(sock, count))
    finally:
        sock.setblocking(True)


async def receive(sock: socket.socket, count: int) -> bytes:
    loop = asyncio.get_running_loop()
    chunks = []
    while count > 0:
        chunk = await loop.sock_recv(sock, min(count, 65536))
        if not chunk:
            raise asyncio.IncompleteReadError(b"".join(chunks), count)
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)
