"""Receives the whole stream before it gives the first line.

check: test_each_line_as_soon_as_it_is_whole
words: the client waits for 1 bytes and has 0
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    received = b""
    while chunk := sock.recv(4096):
        received += chunk
        within(limit, received.split(b"\n")[-1].removesuffix(b"\r"))
    lines = received.split(b"\n")
    for line in lines[:-1]:
        yield within(limit, line.removesuffix(b"\r")).decode()
    if lines[-1]:
        yield within(limit, lines[-1]).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
