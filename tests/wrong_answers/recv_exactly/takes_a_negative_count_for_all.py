"""Receives to the end of the stream when the count is negative, as a file's read does.

check: test_negative_count
words: ValueError is due, and the call returned
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) != count:
        chunk = sock.recv(count - len(received) if count >= 0 else 65536)
        if not chunk and count < 0:
            break
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
