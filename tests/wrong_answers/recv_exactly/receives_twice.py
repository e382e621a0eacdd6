"""Asks a second time for what is missing, and no third time.

check: test_one_byte_at_a_time
words: got b'he' where
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = b""
    if count:
        received = sock.recv(count)
        if 0 < len(received) < count:
            received += sock.recv(count - len(received))
        if not received:
            raise EOFError("stream ended")
    return received
