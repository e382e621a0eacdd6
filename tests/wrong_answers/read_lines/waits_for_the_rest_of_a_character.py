"""Waits for the rest of a character before it gives the lines before it.

check: test_each_line_as_soon_as_it_is_whole
words: gives up after
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        rest += chunk
        try:
            rest.decode()
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data":
                continue
        *lines, rest = rest.split(b"\n")
        for line in lines:
            yield _within(limit, line.removesuffix(b"\r")).decode()
        _within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield _within(limit, rest).decode()


def _within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
