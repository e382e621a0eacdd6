"""Awaits the socket calls of the event loop."""

import asyncio
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    with conn:
        conn.setblocking(False)
        return asyncio.run(echo(conn))


async def echo(conn: socket.socket) -> int:
    loop = asyncio.get_running_loop()
    echoed = 0
    while chunk := await loop.sock_recv(conn, 65536):
        await loop.sock_sendall(conn, chunk)
        echoed += len(chunk)
    return echoed
