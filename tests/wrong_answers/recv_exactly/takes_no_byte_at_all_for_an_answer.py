"""Returns nothing when the stream ends before the first byte, and complains only later.

check: test_stream_that_ends_before[at once]
words: EOFError is due, and the call returned
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk and received:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        if not chunk:
            return b""
        received += chunk
    return bytes(received)
