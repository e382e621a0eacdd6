"""Lets the thread that waits for `source` print that there is no connection any more.

check: test_reset
words: your code printed an error
"""

import socket
import sys
import threading
from contextlib import suppress
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    with socket.create_connection((host, port)) as sock:
        threading.Thread(target=_send, args=(source, sock), daemon=True).start()
        try:
            while chunk := sock.recv(65536):
                sink.write(chunk)
                sink.flush()
        finally:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _send(source: BinaryIO, sock: socket.socket) -> None:
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            sock.sendall(chunk)
    except OSError:
        return
    sock.shutdown(socket.SHUT_WR)
