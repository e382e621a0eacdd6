"""Takes each packet for one line.

check: test_several_lines_in_one_packet
words: three'] where
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(65536):
        rest += chunk
        if rest.endswith(b"\n"):
            yield within(limit, rest.removesuffix(b"\n").removesuffix(b"\r")).decode()
            rest = b""
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        yield within(limit, rest).decode()


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
