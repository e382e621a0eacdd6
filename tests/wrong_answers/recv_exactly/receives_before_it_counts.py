"""Receives first and then looks whether anything is missing, so that count=0 finds the end.

check: test_count_of_zero_touches_nothing[bytes wait]
words: EOFError
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while True:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
        if len(received) == count:
            return bytes(received)
