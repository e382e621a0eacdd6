"""Returns a list of all the lines, when the stream has ended.

check: test_each_line_as_soon_as_it_is_whole
words: the client waits for 1 bytes and has 0
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest, found = b"", []
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            found.append(within(limit, line.removesuffix(b"\r")).decode())
        within(limit, rest.removesuffix(b"\r"))
    if rest:
        found.append(within(limit, rest).decode())
    return iter(found)


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
