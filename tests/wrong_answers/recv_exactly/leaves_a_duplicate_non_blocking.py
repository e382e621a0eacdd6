"""Makes a duplicate of the socket non-blocking, and with it the connection behind both.

check: test_socket_stays_in_blocking_mode
words: the socket was left with a timeout
"""

import select
import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    with sock.dup() as own:
        own.setblocking(False)
        while len(received) < count:
            select.select([own], [], [])
            chunk = own.recv(count - len(received))
            if not chunk:
                raise EOFError(f"stream ended after {len(received)} of {count} bytes")
            received += chunk
    return bytes(received)
