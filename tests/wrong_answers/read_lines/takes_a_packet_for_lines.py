"""Takes the end of a packet for the end of a line.

check: test_each_line_as_soon_as_it_is_whole
words: can't decode byte 0xc3 in position 3
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    while chunk := sock.recv(65536):
        lines = chunk.split(b"\n")
        for line in lines[:-1]:
            yield within(limit, line.removesuffix(b"\r")).decode()
        if lines[-1]:
            yield within(limit, lines[-1]).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
