"""Accepts as ever, and echoes in an event loop with a stream's reader and writer."""

import asyncio
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    with conn:
        return asyncio.run(echo(conn))


async def echo(conn: socket.socket) -> int:
    reader, writer = await asyncio.open_connection(sock=conn)
    echoed = 0
    try:
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()
            echoed += len(chunk)
    finally:
        writer.close()
        await writer.wait_closed()
    return echoed
