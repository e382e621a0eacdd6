"""Closes the socket when nobody wants the rest of the lines.

check: test_socket_stays_open_when_the_rest_is_not_wanted
words: the socket was closed
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            try:
                yield _within(limit, line.removesuffix(b"\r")).decode()
            except GeneratorExit:
                sock.close()
                raise
        _within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield _within(limit, rest).decode()


def _within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
