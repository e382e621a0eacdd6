"""Leaves it to connect to find a port out of range.

check: test_port_out_of_range[65536]
words: ValueError is due
"""

import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if timeout < 0:
        raise ValueError(f"no such timeout: {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sent = sock.sendfile(file)
        sock.shutdown(socket.SHUT_WR)
        wait_for_the_end(sock, timeout)
    return sent


def wait_for_the_end(sock: socket.socket, timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while (left := deadline - time.monotonic()) > 0:
        sock.settimeout(left)
        if not sock.recv(65536):
            return
    raise TimeoutError("the receiver does not end its side")
