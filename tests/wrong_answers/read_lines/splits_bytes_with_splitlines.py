"""Splits with bytes.splitlines, for which a lone carriage return ends a line.

check: test_only_line_feed_ends_a_line[carriage return]
words: got ['one', 'two', 'next'] where
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        whole, newline, rest = (rest + chunk).rpartition(b"\n")
        for line in (whole + newline).splitlines():
            yield within(limit, line).decode()
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
