"""Waits for a piece of the source, then for an answer to it.

check: test_each_as_it_comes
words: the user waits for 7 bytes and has 0 | the server waits for 2 bytes and has 0
"""

import socket
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock:
        read = getattr(source, "read1", source.read)
        while chunk := read(65536):
            sock.sendall(chunk)
            sink.write(sock.recv(65536))
            sink.flush()
        sock.shutdown(socket.SHUT_WR)
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()
