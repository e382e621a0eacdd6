"""Reads from a binary file, never more than the limit and the end of a line."""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    with sock.makefile("rb") as file:
        while line := file.readline(limit + 2):
            if line.endswith(b"\n"):
                line = line.removesuffix(b"\n").removesuffix(b"\r")
            if len(line) > limit:
                raise ValueError(f"a line is longer than {limit} bytes")
            yield line.decode()
