"""Copies the file into an object that sends what is written to it."""

import os
import shutil
import socket
import time
from contextlib import suppress
from select import select


class Sink:
    """A connection that can be written to; what comes back is dropped."""

    def __init__(self, sock: socket.socket, timeout: float) -> None:
        self.sock, self.timeout, self.sent, self.heard_all = sock, timeout, 0, False
        sock.setblocking(False)

    def write(self, data: bytes) -> None:
        left, deadline = memoryview(data), time.monotonic() + self.timeout
        while left:
            if self.wait([self.sock], deadline):
                taken = self.sock.send(left)
                left, deadline = left[taken:], time.monotonic() + self.timeout
                self.sent += taken

    def end(self) -> None:
        with suppress(OSError):  # after a reset, of which recv tells
            self.sock.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + self.timeout
        while not self.heard_all:
            self.wait([], deadline)

    def wait(self, writing: list[socket.socket], deadline: float) -> bool:
        left = deadline - time.monotonic()
        reading = [] if self.heard_all else [self.sock]
        readable, writable, _ = select(reading, writing, [], left) if left > 0 else ([], [], [])
        if not (readable or writable):
            raise TimeoutError("the receiver takes nothing, or does not end its side")
        if readable:
            self.heard_all = not self.sock.recv(65536)
        return bool(writable)


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sink = Sink(sock, timeout)
        shutil.copyfileobj(file, sink)
        sink.end()
        return sink.sent
