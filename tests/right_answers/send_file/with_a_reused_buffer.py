"""Reads into one buffer that is used again and again, and drops what the receiver says whenever there is some of it."""

import os
import select
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb", buffering=0) as file, socket.create_connection((host, port), timeout) as sock:
        sock.setblocking(False)
        buffer, sent = memoryview(bytearray(65536)), 0
        while size := file.readinto(buffer):
            left = buffer[:size]
            while left:
                left = left[send_some(sock, left, timeout) :]
            sent += size
        try:
            sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # after a reset: the next recv says so
        deadline = time.monotonic() + timeout
        while not drop(sock, deadline):
            pass
        return sent


def send_some(sock: socket.socket, data: memoryview, timeout: float) -> int:
    deadline, wanted = time.monotonic() + timeout, [sock]
    while True:
        readable, writable, _ = select.select(wanted, [sock], [], max(deadline - time.monotonic(), 0))
        if readable and not sock.recv(65536):
            wanted = []
        if writable:
            return sock.send(data)
        if time.monotonic() > deadline:
            raise TimeoutError("the receiver takes nothing")


def drop(sock: socket.socket, deadline: float) -> bool:
    """Drop what there is, and tell whether it was the end."""
    if not select.select([sock], [], [], max(deadline - time.monotonic(), 0))[0] or time.monotonic() > deadline:
        raise TimeoutError("the receiver does not end its side")
    return not sock.recv(65536)
