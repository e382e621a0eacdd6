"""Looks at the length before it takes it off the socket, and sends byte by byte."""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    for byte in len(payload).to_bytes(4, "big"):
        sock.sendall(bytes([byte]))
    rest = memoryview(payload)
    while rest:
        rest = rest[sock.send(rest) :]


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    header = sock.recv(4, socket.MSG_PEEK | socket.MSG_WAITALL)
    if not header:
        return None
    sock.recv(len(header))
    if len(header) < 4:
        raise EOFError("stream ended in the length of a message")
    length = int.from_bytes(header, "big")
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    chunks = []
    while length:
        chunks.append(sock.recv(length))
        if not chunks[-1]:
            raise EOFError(f"stream ended {length} bytes before the end of a message")
        length -= len(chunks[-1])
    return b"".join(chunks)
