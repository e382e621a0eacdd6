"""Turns an unknown host into an exception of another kind.

check: test_unknown_host
words: gaierror is due, and ValueError was raised
"""

import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    try:
        address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][:2]
    except socket.gaierror as error:
        raise ValueError(f"unknown host: {host}") from error
    with open(path, "rb") as file, socket.create_connection(address, timeout) as sock:
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
