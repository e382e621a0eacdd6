"""Raises ConnectionError when the stream ends before.

check: test_stream_that_ends_before[one byte too early]
words: EOFError is due, and ConnectionError was raised
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise ConnectionError("the connection was closed")
        received += chunk
    return bytes(received)
