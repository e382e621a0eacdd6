"""Refuses port 0, which is a port.

check: test_first_and_last_port[0]
words: ValueError
"""

import socket
import sys
import threading
from contextlib import suppress
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 < port <= 65535:
        raise ValueError(f"no such port: {port}")
    with socket.create_connection((host, port)) as sock:
        threading.Thread(target=_send, args=(source, sock), daemon=True).start()
        try:
            while chunk := sock.recv(65536):
                sink.write(chunk)
                sink.flush()
        finally:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)  # `close` alone would not wake a thread that waits in `sendall`


def _send(source: BinaryIO, sock: socket.socket) -> None:
    read = getattr(source, "read1", source.read)  # `read` of a buffered file waits until it has as much as you ask for
    with suppress(OSError):  # the server is gone, and `recv` in the other thread says so too
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
