"""Runs an event loop for each call, and gives the socket back in blocking mode."""

import asyncio
import socket
from collections.abc import Coroutine
from typing import Any


def send_message(sock: socket.socket, payload: bytes) -> None:
    run(sock, send(sock, len(payload).to_bytes(4, "big") + payload))


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    return run(sock, receive_message(sock, limit))


def run(sock: socket.socket, job: Coroutine[Any, Any, Any]) -> Any:
    sock.setblocking(False)
    try:
        return asyncio.run(job)
    finally:
        sock.setblocking(True)


async def send(sock: socket.socket, data: bytes) -> None:
    await asyncio.get_running_loop().sock_sendall(sock, data)


async def receive_message(sock: socket.socket, limit: int) -> bytes | None:
    try:
        length = int.from_bytes(await receive(sock, 4), "big")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return None
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    return await receive(sock, length)


async def receive(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        chunk = await asyncio.get_running_loop().sock_recv(sock, count - len(received))
        if not chunk:
            raise asyncio.IncompleteReadError(bytes(received), count)
        received += chunk
    return bytes(received)
