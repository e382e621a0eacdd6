"""Ends the caller's own side when the other has ended.

check: test_socket_stays_open
words: stream ended after 0 of 6 bytes
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            sock.shutdown(socket.SHUT_WR)
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
