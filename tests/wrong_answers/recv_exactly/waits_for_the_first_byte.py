"""Waits until the socket is readable, for no bytes too.

check: test_count_of_zero_does_not_wait
words: the client waits for 2 bytes and has 0
"""

import select
import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    select.select([sock], [], [])
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
