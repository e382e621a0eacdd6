"""Gives the lines as bytes.

check: test_several_lines_in_one_packet
words: got b'one' where 'one' is expected
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            line.decode()
            yield within(limit, line.removesuffix(b"\r"))
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        rest.decode()
        yield within(limit, rest)


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
