"""Writes to a buffered file, and reads from one without a buffer."""

import io
import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    with sock.makefile("wb") as file:
        file.write(len(payload).to_bytes(4, "big"))
        file.write(payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    with sock.makefile("rb", buffering=0) as file:
        header = read(file, 4)
        if not header:
            return None
        length = int.from_bytes(header, "big")
        if len(header) == 4 and length > limit:
            raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
        payload = read(file, length) if len(header) == 4 else b""
        if len(header + payload) < 4 + length or len(header) < 4:
            raise EOFError("stream ended in a message")
        return payload


def read(file: io.RawIOBase, count: int) -> bytes:
    """At most `count` bytes; fewer at the end of the stream."""
    received = io.BytesIO()
    while received.tell() < count and (chunk := file.read(count - received.tell())):
        received.write(chunk)
    return received.getvalue()
