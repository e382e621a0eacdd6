"""Reads long parts in whole blocks, and keeps what is too much for the next call.

check: test_what_follows_a_long_part_stays[70000]
words: what followed is not in the socket any more
"""

import socket
from weakref import WeakKeyDictionary

kept: WeakKeyDictionary[socket.socket, bytearray] = WeakKeyDictionary()


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = kept.pop(sock, bytearray())
    while len(received) < count:
        chunk = sock.recv(65536 if count > 65536 else count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    kept[sock] = received[count:]
    return bytes(received[:count])
