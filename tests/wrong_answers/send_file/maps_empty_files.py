"""Maps the file into memory, which an empty one cannot be.

check: test_empty_file
words: ValueError: cannot mmap an empty file
"""

import mmap
import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        with socket.create_connection((host, port), timeout) as sock:
            for start in range(0, len(data), 65536):
                sock.sendall(data[start : start + 65536])
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
