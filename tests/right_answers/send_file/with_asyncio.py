"""Sends through a stream, waits for it to drain after each chunk, and drops what comes in a task of its own."""

import asyncio
import os
import socket


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        return asyncio.run(send(file, sock, timeout))


async def send(file, sock: socket.socket, timeout: float) -> int:
    reader, writer = await asyncio.open_connection(sock=sock)
    writer.transport.set_write_buffer_limits(0)  # drain then waits until the kernel has taken all
    dropping = asyncio.create_task(drop(reader))
    sent = 0
    try:
        while chunk := file.read(16384):
            writer.write(chunk)
            await asyncio.wait_for(writer.drain(), timeout)
            sent += len(chunk)
        writer.write_eof()
        await asyncio.wait_for(dropping, timeout)
    finally:
        dropping.cancel()
        await asyncio.gather(dropping, return_exceptions=True)
        writer.transport.abort()
    return sent


async def drop(reader: asyncio.StreamReader) -> None:
    while await reader.read(65536):
        pass
