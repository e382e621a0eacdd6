"""Looks whether the stream has ended before it counts what is missing.

check: test_count_of_zero_touches_nothing[the stream has ended]
words: EOFError
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    if not sock.recv(1, socket.MSG_PEEK):
        raise EOFError("stream ended")
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
