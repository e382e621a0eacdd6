"""Sends the whole source before it reads anything.

check: test_both_send_before_either_reads
words: the server cannot send on: your code does not read
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
        sock.shutdown(socket.SHUT_WR)
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()
