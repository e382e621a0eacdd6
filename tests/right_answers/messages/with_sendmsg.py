"""Sends length and payload without joining them, and receives into a buffer."""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    parts = [memoryview(len(payload).to_bytes(4, "big")), memoryview(payload)]
    while parts:
        sent = sock.sendmsg(parts)
        while parts and sent >= len(parts[0]):
            sent -= len(parts.pop(0))
        if parts:
            parts[0] = parts[0][sent:]


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    header = bytearray(4)
    came = fill(sock, header)
    if came == 0:
        return None
    length = int.from_bytes(header, "big")
    if came == 4 and length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    payload = bytearray(length if came == 4 else 0)
    if came < 4 or fill(sock, payload) < length:
        raise EOFError("stream ended in a message")
    return bytes(payload)


def fill(sock: socket.socket, buffer: bytearray) -> int:
    """Receive until the buffer is full or the stream ends; returns how many bytes came."""
    came = 0
    while came < len(buffer) and (more := sock.recv_into(memoryview(buffer)[came:])):
        came += more
    return came
