"""Decodes all the lines of a packet at once, and loses the good ones before a bad one.

check: test_not_utf8[Latin-1]
words: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        whole, newline, rest = (rest + chunk).rpartition(b"\n")
        for line in (whole + newline).decode().split("\n")[:-1]:
            line = line.removesuffix("\r")
            within(limit, line.encode())
            yield line
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
