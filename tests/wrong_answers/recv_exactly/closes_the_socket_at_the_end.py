"""Closes the socket when the stream has ended: it is the caller's.

check: test_socket_stays_open
words: the socket was closed
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            sock.close()
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
