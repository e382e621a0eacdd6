"""Tries to send again and again while there is no room.

check: test_send_waits_without_spinning
words: s of CPU time in 0.1 s without room
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    left = memoryview(len(payload).to_bytes(4, "big") + payload)
    while left:
        try:
            left = left[sock.send(left, socket.MSG_DONTWAIT) :]
        except BlockingIOError:
            continue


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
