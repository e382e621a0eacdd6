"""Raises an error of another kind after a reset.

check: test_reset
words: RuntimeError
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock:
        threading.Thread(target=send, args=(source, sock), daemon=True).start()
        try:
            while chunk := sock.recv(65536):
                sink.write(chunk)
                sink.flush()
        except ConnectionResetError as error:
            raise RuntimeError("connection lost") from error


def send(source, sock):
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
