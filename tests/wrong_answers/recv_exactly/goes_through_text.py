"""Decodes what comes and encodes it again, which is not the same for what is no text.

check: test_any_bytes
words: UnicodeDecodeError
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = ""
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk.decode()
    return received.encode()
