"""Receives one byte at a time."""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    line = bytearray()
    while byte := sock.recv(1):
        if byte == b"\n":
            yield text(line.removesuffix(b"\r"), limit)
            line.clear()
        else:
            line += byte
            if len(line) > limit and (len(line) > limit + 1 or byte != b"\r"):
                raise ValueError(f"a line is longer than {limit} bytes")
    if line:
        yield text(line, limit)


def text(line: bytearray, limit: int) -> str:
    if len(line) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return str(line, "utf-8")
