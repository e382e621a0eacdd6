"""Reads from a file without a buffer of its own."""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    chunks = []
    with sock.makefile("rb", buffering=0) as file:
        while count:
            chunk = file.read(min(count, 1 << 18))
            if not chunk:
                raise EOFError(f"stream ended, {count} bytes are missing")
            chunks.append(chunk)
            count -= len(chunk)
    return b"".join(chunks)
