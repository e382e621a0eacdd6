"""Tries to send again and again while there is no room.

check: test_waits_without_spinning[for room to send]
words: s of CPU time in 0.1 s of silence
"""

import os
import socket
import time


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    sent = 0
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        while chunk := file.read(65536):
            sock.setblocking(False)
            deadline = time.monotonic() + timeout
            while chunk:
                try:
                    taken = sock.send(chunk)
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise TimeoutError("the receiver takes nothing") from None
                    continue
                sent, chunk = sent + taken, chunk[taken:]
        sock.settimeout(timeout)
        sock.shutdown(socket.SHUT_WR)
        while sock.recv(65536):
            pass
    return sent
