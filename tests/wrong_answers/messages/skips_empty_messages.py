"""Passes over empty messages and waits for the next one.

check: test_recv_an_empty_message
words: the client waits for 2 bytes and has 0
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    while first := sock.recv(1):
        length = int.from_bytes(first + recv_exactly(sock, 3), "big")
        if length > limit:
            raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
        if length:
            return recv_exactly(sock, length)
    return None


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
