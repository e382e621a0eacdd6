"""Closes file and socket at the end, and forgets the ways out that errors take.

check: test_receiver_that_never_ends[a file]
words: never closed: the socket made in line
"""

import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    file = open(path, "rb")
    sock = socket.create_connection((host, port), timeout)
    sent = sock.sendfile(file)
    sock.shutdown(socket.SHUT_WR)
    wait_for_the_end(sock, timeout)
    sock.close()
    file.close()
    return sent


def wait_for_the_end(sock: socket.socket, timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while (left := deadline - time.monotonic()) > 0:
        sock.settimeout(left)
        if not sock.recv(65536):
            return
    raise TimeoutError("the receiver does not end its side")
