"""Sets a timeout, and leaves it on the socket.

check: test_socket_stays_in_blocking_mode
words: the socket was left with a timeout
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    sock.settimeout(30)
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
