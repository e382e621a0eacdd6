"""Turns a whole packet down for one line in it that is too long.

check: test_over_the_limit[6 bytes]
words: line of 6 bytes or more, at most 5 are allowed
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        lines = [within(limit, line.removesuffix(b"\r")) for line in lines]
        for line in lines:
            yield line.decode()
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
