"""Takes the first read for the whole file.

check: test_large_file_arrives_whole
words: returned 65536
"""

import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        data = file.read(65536)
        sock.sendall(data)
        sock.shutdown(socket.SHUT_WR)
        wait_for_the_end(sock, timeout)
    return len(data)


def wait_for_the_end(sock: socket.socket, timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while (left := deadline - time.monotonic()) > 0:
        sock.settimeout(left)
        if not sock.recv(65536):
            return
    raise TimeoutError("the receiver does not end its side")
