"""Adds each piece to bytes, which copies all that is there each time: time grows with the square.

check: test_sixty_four_mebibytes
words: 4 s of CPU time were not enough to receive 64 MiB
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = b""
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return received
