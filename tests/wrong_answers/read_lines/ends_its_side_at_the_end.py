"""Ends the caller's own side when the other has ended.

check: test_socket_stays_open
words: stream ended after 0 of 6 bytes
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield within(limit, line.removesuffix(b"\r")).decode()
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()
    sock.shutdown(socket.SHUT_WR)


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
