"""Hears the server out before it sends anything.

check: test_source_ends
words: the server waits for 12 bytes and has 0
"""

import socket
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock:
        read = getattr(source, "read1", source.read)
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()
        while chunk := read(65536):
            sock.sendall(chunk)
