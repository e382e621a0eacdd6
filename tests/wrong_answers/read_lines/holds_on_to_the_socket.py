"""Makes a file of the socket and leaves its closing to chance: after an error the socket cannot be closed.

check: test_socket_stays_open_after_an_error[over the limit]
words: the client waits for your code to end the connection
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    file = sock.makefile("rb")
    lines = iter(lambda: file.readline(limit + 2), b"")
    return map(lambda line: text_of(line, limit), lines)


def text_of(line: bytes, limit: int) -> str:
    if line.endswith(b"\n"):
        line = line.removesuffix(b"\n").removesuffix(b"\r")
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line.decode()
