"""Measures all that has come, and not the line.

check: test_up_to_the_limit[many lines]
words: ValueError: line of 54 bytes
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = within(limit + 2, rest + chunk).split(b"\n")
        for line in lines:
            yield within(limit, line.removesuffix(b"\r")).decode()
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
