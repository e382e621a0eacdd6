"""Takes a reset for the end of the stream.

check: test_reset[one byte too early]
words: ConnectionResetError is due, and EOFError was raised
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        try:
            chunk = sock.recv(count - len(received))
        except OSError:
            chunk = b""
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
