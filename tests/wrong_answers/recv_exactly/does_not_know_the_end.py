"""Asks again for ever once the stream has ended.

check: test_stream_that_ends_before[at once]
words: your code did not come back in time
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        received += sock.recv(count - len(received))
    return bytes(received)
