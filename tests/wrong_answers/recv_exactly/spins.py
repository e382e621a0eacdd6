"""Asks a socket that would block again and again.

check: test_waits_without_spinning[for the rest]
words: s of CPU time in 0.1 s of silence
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        try:
            chunk = sock.recv(count - len(received), socket.MSG_DONTWAIT)
        except BlockingIOError:
            continue
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
