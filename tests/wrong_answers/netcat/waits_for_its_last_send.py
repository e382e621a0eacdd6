"""Waits for the thread that sends, though the server reads nothing any more.

check: test_server_ends_and_reads_nothing
words: did not come back in time | the server
"""

import select
import socket
import sys
import threading
from contextlib import suppress
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    with socket.create_connection((host, port)) as sock:
        sender = threading.Thread(target=_send, args=(source, sock), daemon=True)
        sender.start()
        try:
            while chunk := sock.recv(65536):
                sink.write(chunk)
                sink.flush()
            while sender.is_alive() and is_sending(sock):
                sender.join(0.05)
        finally:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)  # `close` alone would not wake a thread that waits in `sendall`


def is_sending(sock: socket.socket) -> bool:
    """Whether bytes wait to be sent, and `sendall` with them."""
    return not select.select([], [sock], [], 0)[1]


def _send(source: BinaryIO, sock: socket.socket) -> None:
    read = getattr(source, "read1", source.read)  # `read` of a buffered file waits until it has as much as you ask for
    with suppress(OSError):  # the server is gone, and `recv` in the other thread says so too
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
