"""Leaves a timeout on the socket that it has sent on.

check: test_send_leaves_the_socket_as_it_was
words: got 'open, not blocking' where
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.settimeout(30)
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    first = sock.recv(1)
    if not first:
        return None
    length = int.from_bytes(first + recv_exactly(sock, 3), "big")
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    return recv_exactly(sock, length)


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
