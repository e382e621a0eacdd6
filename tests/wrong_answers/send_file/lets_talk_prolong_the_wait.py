"""Takes every sign of life for progress, also of a receiver that talks and takes nothing.

check: test_receiver_that_talks_and_takes_nothing
words: your code did not come back in time | the timeout of 0.4 s came far too late
"""

import os
import select
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sock.setblocking(False)
        sent, chunk = 0, file.read(65536)
        while chunk:
            readable, writable, _ = select.select([sock], [sock], [], timeout)
            if not (readable or writable):
                raise TimeoutError("the receiver takes nothing")
            if readable:
                sock.recv(65536)
            if writable:
                taken = sock.send(chunk)
                sent += taken
                chunk = chunk[taken:] or file.read(65536)
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
