"""Returns as soon as the kernel has taken everything.

check: test_returns_after_the_receiver_has_ended
words: before the receiver had ended its side
"""

import os
import socket


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
    return sent
