"""Bounds the sending, and not the wait for the receiver's end.

check: test_receiver_that_never_ends[a file]
words: your code did not come back in time
"""

import os
import socket


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
        sock.settimeout(None)
        while sock.recv(65536):
            pass
    return sent
