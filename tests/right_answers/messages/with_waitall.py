"""Lets the kernel wait until all bytes are there."""

import socket
import struct


def send_message(sock: socket.socket, payload: bytes) -> None:
    for part in (struct.pack("!I", len(payload)), payload):
        sock.sendall(part)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    header = sock.recv(4, socket.MSG_WAITALL)
    if not header:
        return None
    if len(header) < 4:
        sock.recv(1)  # a reset comes up only now: what came before it is given first
        raise EOFError("stream ended in the length of a message")
    (length,) = struct.unpack("!I", header)
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    payload = sock.recv(length, socket.MSG_WAITALL)
    if len(payload) < length:
        sock.recv(1)
        raise EOFError("stream ended in a message")
    return payload
