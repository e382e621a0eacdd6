"""Calls recv once, and takes whatever the receiver says for its end.

check: test_what_the_receiver_says_is_dropped
words: your code broke the connection off
"""

import os
import socket


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
        sock.recv(65536)
    return sent
