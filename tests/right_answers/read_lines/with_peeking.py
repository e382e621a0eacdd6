"""Looks for the end of a line in what has come, and takes no more than that off the socket."""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    line = b""
    while ahead := sock.recv(4096, socket.MSG_PEEK):
        line += sock.recv(ahead.find(b"\n") + 1 or len(ahead))
        end = len(line) - (2 if line.endswith(b"\r\n") else 1 if line.endswith((b"\n", b"\r")) else 0)
        if end > limit:
            raise ValueError(f"a line is longer than {limit} bytes")
        if line.endswith(b"\n"):
            yield line[:end].decode()
            line = b""
    if len(line) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    if line:
        yield line.decode()
