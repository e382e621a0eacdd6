"""Receives once more before each line, though the next one may be there already.

check: test_each_line_as_soon_as_it_is_whole
words: the client waits for 1 bytes and has 0
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        rest += chunk
        line, newline, after = rest.partition(b"\n")
        if newline:
            yield within(limit, line.removesuffix(b"\r")).decode()
            rest = after
        else:
            within(limit, rest.removesuffix(b"\r"))
    *lines, rest = rest.split(b"\n")
    for line in lines:
        yield within(limit, line.removesuffix(b"\r")).decode()
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
