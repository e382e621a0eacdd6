"""Returns fewer bytes when the stream ends before.

check: test_stream_that_ends_before[one byte too early]
words: EOFError is due, and the call returned
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            break
        received += chunk
    return bytes(received)
