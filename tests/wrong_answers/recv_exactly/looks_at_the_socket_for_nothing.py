"""Looks at the socket before it has counted, and so takes a reset away.

check: test_count_of_zero_leaves_a_reset
words: the reset was taken from the socket
"""

import socket
from contextlib import suppress


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    if count == 0:
        with suppress(OSError):
            sock.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        return b""
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
