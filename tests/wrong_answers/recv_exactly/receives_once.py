"""Receives once, and takes what has come so far for everything.

check: test_one_byte_at_a_time
words: got b'h' where
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = sock.recv(count)
    if count and not received:
        raise EOFError("stream ended")
    return received
