"""asyncio for the connection, a thread of its own for each file."""

import asyncio
import threading
from concurrent.futures import CancelledError
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("bad port")
    asyncio.run(carry(host, port, source, sink))


async def carry(host, port, source, sink):
    reader, writer = await asyncio.open_connection(host, port)
    loop = asyncio.get_running_loop()
    threading.Thread(target=feed, args=(loop, source, writer), daemon=True).start()
    try:
        while chunk := await reader.read(65536):
            sink.write(chunk)
            sink.flush()
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)


def feed(loop, source, writer):
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            asyncio.run_coroutine_threadsafe(send(writer, chunk), loop).result()
        loop.call_soon_threadsafe(end, writer)
    except (RuntimeError, OSError, CancelledError):
        pass  # the connection, or the loop, is gone


async def send(writer, chunk):
    writer.write(chunk)
    await writer.drain()


def end(writer):
    if not writer.is_closing():
        writer.write_eof()
