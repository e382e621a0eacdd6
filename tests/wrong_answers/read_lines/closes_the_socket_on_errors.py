"""Closes the caller's socket when a line is bad.

check: test_socket_stays_open_after_an_error[not UTF-8]
words: the socket was closed
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    try:
        while chunk := sock.recv(4096):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                yield within(limit, line.removesuffix(b"\r")).decode()
            within(limit, rest.removesuffix(b"\r"))
        if rest:
            yield within(limit, rest).decode()
    except ValueError:
        sock.close()
        raise


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
