"""Gives a line only when the next one has begun, to see whether it is the last.

check: test_each_line_as_soon_as_it_is_whole
words: the client waits for 1 bytes and has 0
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest, held = b"", None
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if held is not None:
                yield within(limit, held.removesuffix(b"\r")).decode()
            held = line
        if rest and held is not None:
            yield within(limit, held.removesuffix(b"\r")).decode()
            held = None
        within(limit, rest.removesuffix(b"\r"))
    if held is not None:
        yield within(limit, held.removesuffix(b"\r")).decode()
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
