"""Sets a timeout while it receives, and takes it back unless something is wrong.

check: test_socket_stays_open_after_an_error[over the limit]
words: the socket was left with a timeout, or in non-blocking mode
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := receive(sock):
        sock.settimeout(600)
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            text = _within(limit, line.removesuffix(b"\r")).decode()
            sock.settimeout(None)
            yield text
        _within(limit, rest.removesuffix(b"\r"))  # that \r may turn out to be the beginning of the end
    if rest:
        yield _within(limit, rest).decode()


def receive(sock: socket.socket) -> bytes:
    sock.settimeout(None)
    return sock.recv(4096)


def _within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
