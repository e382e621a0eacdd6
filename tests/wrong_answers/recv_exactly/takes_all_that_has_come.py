"""Receives as much as there is, and throws away what is more than count.

check: test_what_follows_stays_in_the_socket
words: what followed is not in the socket any more
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(65536)
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received[:count])
