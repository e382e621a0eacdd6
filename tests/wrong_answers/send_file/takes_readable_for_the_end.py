"""Waits until there is something to read, and closes without reading it.

check: test_what_the_receiver_says_is_dropped
words: your code broke the connection off
"""

import os
import select
import socket


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
        if not select.select([sock], [], [], timeout)[0]:
            raise TimeoutError("the receiver does not end its side")
    return sent
