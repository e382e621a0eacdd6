"""Takes an end in the middle of the length for one between two messages.

check: test_recv_stream_that_ends_in_a_message[in the length]
words: EOFError is due, and the call returned
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    try:
        header = recv_exactly(sock, 4)
    except EOFError:
        return None
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
