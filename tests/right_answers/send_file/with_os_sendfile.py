"""Calls `os.sendfile` whenever there is room, as Linux and macOS have it."""

import os
import socket
import time
from contextlib import suppress
from select import select


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sock.setblocking(False)
        sent, size, ended = 0, os.fstat(file.fileno()).st_size, False
        deadline = time.monotonic() + timeout
        while sent < size:
            readable, writable = wait(sock, not ended, True, deadline)
            if readable:
                ended = not sock.recv(65536)
            if writable and (taken := os.sendfile(sock.fileno(), file.fileno(), sent, size - sent)):
                sent += taken
                deadline = time.monotonic() + timeout
        with suppress(OSError):
            sock.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + timeout
        while wait(sock, True, False, deadline) and sock.recv(65536):
            pass
        return sent


def wait(sock: socket.socket, reading: bool, writing: bool, deadline: float) -> tuple[bool, bool]:
    left = deadline - time.monotonic()
    readable, writable, _ = select([sock] * reading, [sock] * writing, [], left) if left > 0 else ([], [], [])
    if not (readable or writable):
        raise TimeoutError("the receiver takes nothing, or does not end its side")
    return bool(readable), bool(writable)
