"""Writes to a stream without waiting for it to drain, so that the whole file is queued.

check: test_memory_does_not_grow_with_the_file
words: MiB were held while the receiver took nothing
"""

import asyncio
import os


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    return asyncio.run(send(path, host, port, timeout))


async def send(path: str | os.PathLike[str], host: str, port: int, timeout: float) -> int:
    with open(path, "rb") as file:
        reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), timeout)
        try:
            sent = 0
            while chunk := file.read(65536):
                writer.write(chunk)
                sent += len(chunk)
            writer.write_eof()
            await asyncio.wait_for(reader.read(), timeout)
            return sent
        finally:
            writer.close()
