"""Decodes lines as files of some editors are, and so loses a U+FEFF.

check: test_only_line_feed_ends_a_line[byte order mark]
words: got ['one
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield _within(limit, line.removesuffix(b"\r")).decode("utf-8-sig")
        _within(limit, rest.removesuffix(b"\r"))  # that \r may turn out to be the beginning of the end
    if rest:
        yield _within(limit, rest).decode()


def _within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
