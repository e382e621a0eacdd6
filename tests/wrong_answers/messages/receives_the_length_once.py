"""Takes the length to come in one piece.

check: test_recv_one_byte_at_a_time
words: stream ended after 1 of 4 bytes
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    header = sock.recv(4)
    if not header:
        return None
    if len(header) < 4:
        raise EOFError(f"stream ended after {len(header)} of 4 bytes")
    length = int.from_bytes(header, "big")
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
