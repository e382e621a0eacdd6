"""Asks for count bytes each time, and cuts off what is too much: it is lost.

check: test_each_recv_asks_for_what_is_missing
words: what followed is not in the socket any more
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count)
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received[:count])
