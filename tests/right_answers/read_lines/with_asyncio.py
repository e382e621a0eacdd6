"""Runs an event loop whenever it has to receive, and gives the socket back in blocking mode before each line."""

import asyncio
import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    buffer = bytearray()
    while chunk := receive(sock):
        buffer += chunk
        while (at := buffer.find(b"\n")) >= 0:
            line = bytes(buffer[:at]).removesuffix(b"\r")
            del buffer[: at + 1]
            yield decode(line, limit)
        check(buffer.removesuffix(b"\r"), limit)
    if buffer:
        yield decode(bytes(buffer), limit)


def receive(sock: socket.socket) -> bytes:
    async def once() -> bytes:
        return await asyncio.get_running_loop().sock_recv(sock, 4096)

    sock.setblocking(False)
    try:
        return asyncio.run(once())
    finally:
        sock.setblocking(True)


def check(line: bytes | bytearray, limit: int) -> None:
    if len(line) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")


def decode(line: bytes, limit: int) -> str:
    check(line, limit)
    return line.decode()
