"""Has close wait until the receiver's kernel has everything, which is not the receiver.

check: test_returns_after_the_receiver_has_ended
words: before the receiver had ended its side
"""

import os
import socket
import struct


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, round(timeout)))
        sent = sock.sendfile(file)
    return sent
