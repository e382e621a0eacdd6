"""Asks a socket that would block again and again.

check: test_waits_without_spinning[for its end]
words: s of CPU time in 0.1 s of silence
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := receive(sock):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield within(limit, line.removesuffix(b"\r")).decode()
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line


def receive(sock: socket.socket) -> bytes:
    while True:
        try:
            return sock.recv(4096, socket.MSG_DONTWAIT)
        except BlockingIOError:
            pass
