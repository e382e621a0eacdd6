"""Takes a full buffer for the beginning of more, and waits for that before it gives a line.

check: test_whole_buffers
words: bytes and has
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        while len(chunk) % 4096 == 0 and (more := sock.recv(4096)):
            chunk += more
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield _within(limit, line.removesuffix(b"\r")).decode()
        _within(limit, rest.removesuffix(b"\r"))  # that \r may turn out to be the beginning of the end
    if rest:
        yield _within(limit, rest).decode()


def _within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
