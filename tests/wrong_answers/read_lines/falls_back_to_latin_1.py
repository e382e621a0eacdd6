"""Takes what is not UTF-8 for Latin-1.

check: test_not_utf8[Latin-1]
words: UnicodeDecodeError is due, and the call returned
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield text(within(limit, line.removesuffix(b"\r")))
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield text(within(limit, rest))


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line


def text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
