"""Gives the receiver a moment instead of waiting for it.

check: test_returns_after_the_receiver_has_ended
words: before the receiver had ended its side
"""

import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
        time.sleep(min(timeout, 0.05))
    return sent
