"""Leaves it to `create_connection` to find a negative timeout: it raises `ValueError` before it connects."""

import os
import select
import socket
import time
from contextlib import suppress


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent, sending, hearing = 0, True, True
        chunk, deadline = file.read(65536), time.monotonic() + timeout
        while sending or hearing:
            if sending and not chunk:
                with suppress(OSError):  # after a reset, of which recv tells
                    sock.shutdown(socket.SHUT_WR)
                sending, deadline = False, time.monotonic() + timeout
                continue
            left = deadline - time.monotonic()
            readable, writable, _ = select.select([sock] * hearing, [sock] * sending, [], max(left, 0))
            if left <= 0 or not (readable or writable):
                raise TimeoutError("the receiver takes nothing, or does not end its side")
            if readable:
                hearing = bool(sock.recv(65536))
            if writable:
                taken = sock.send(chunk)
                sent, deadline = sent + taken, time.monotonic() + timeout
                chunk = chunk[taken:] or file.read(65536)
        return sent
