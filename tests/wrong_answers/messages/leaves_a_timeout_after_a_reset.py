"""Sets a timeout for the call, and takes it back on every way out but one.

check: test_recv_reset[in a message]
words: got 'open, not blocking'
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    first = sock.recv(1)
    if not first:
        return None
    sock.settimeout(600)
    try:
        message = _rest(sock, first, limit)
    except (EOFError, ValueError):
        sock.settimeout(None)
        raise
    sock.settimeout(None)
    return message


def _rest(sock: socket.socket, first: bytes, limit: int) -> bytes:
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
