"""Leaves a thread behind that is no daemon.

check: test_thread_left_behind_is_a_daemon
words: no daemon
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock:
        threading.Thread(target=send, args=(source, sock)).start()
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()


def send(source, sock):
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
