"""Reads from the descriptor, as from that of any file."""

import io
import os
import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = io.BytesIO()
    while (missing := count - received.tell()) > 0:
        chunk = os.read(sock.fileno(), min(missing, 16384))
        if not chunk:
            raise EOFError(f"stream ended, {missing} of {count} bytes are missing")
        received.write(chunk)
    return received.getvalue()
