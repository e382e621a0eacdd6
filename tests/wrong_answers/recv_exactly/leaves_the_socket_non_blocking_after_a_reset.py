"""Makes the socket non-blocking, and back again on every way out but one.

check: test_reset[at once]
words: the socket was left with a timeout, or in non-blocking mode
"""

import select
import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    sock.setblocking(False)
    while len(received) < count:
        select.select([sock], [], [])
        chunk = sock.recv(count - len(received))
        if not chunk:
            sock.setblocking(True)
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    sock.setblocking(True)
    return bytes(received)
