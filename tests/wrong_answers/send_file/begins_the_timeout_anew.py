"""Lets each byte that the receiver says begin the timeout anew.

check: test_receiver_that_talks_and_never_ends
words: your code did not come back in time | the timeout of 0.4 s came far too late | TimeoutError is due, and the call returned
"""

import os
import socket


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
        while sock.recv(65536):
            pass
    return sent
