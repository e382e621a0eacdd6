"""Is an iterator of its own kind, and finds out only with the last byte allowed that a line is too long."""

import re
import socket
from collections import deque


class Lines:
    def __init__(self, sock: socket.socket, limit: int) -> None:
        self.sock, self.limit = sock, limit
        self.whole: deque[bytes] = deque()
        self.rest = b""
        self.ended = False

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        while not self.whole and not self.ended:
            self.receive()
        if not self.whole:
            raise StopIteration
        line = self.whole.popleft()
        if len(line) > self.limit:
            raise ValueError(f"a line is longer than {self.limit} bytes")
        return line.decode("utf-8")

    def receive(self) -> None:
        chunk = self.sock.recv(1000)
        self.ended = not chunk
        *lines, self.rest = re.split(rb"\r?\n", self.rest + chunk)
        self.whole += lines
        if len(self.rest) > self.limit + 1 or (self.ended and self.rest):
            self.whole.append(self.rest)


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Lines:
    return Lines(sock, limit)
