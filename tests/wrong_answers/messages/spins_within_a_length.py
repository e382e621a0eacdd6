"""Asks again and again for the rest of a length.

check: test_recv_waits_without_spinning[for its length]
words: CPU time in 0.1 s of silence
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    first = sock.recv(1)
    if not first:
        return None
    while len(first) < 4:
        try:
            more = sock.recv(4 - len(first), socket.MSG_DONTWAIT)
        except BlockingIOError:
            continue
        if not more:
            raise EOFError("stream ended in a length")
        first += more
    length = int.from_bytes(first, "big")
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
