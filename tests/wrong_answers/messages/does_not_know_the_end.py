"""Waits for ever for the rest of a message once the stream has ended.

check: test_recv_stream_that_ends_in_a_message[in the payload]
words: your code did not come back in time
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
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
        received += sock.recv(count - len(received))
    return bytes(received)
