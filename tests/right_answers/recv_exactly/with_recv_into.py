"""Receives into a buffer of the right size, and never copies until the end."""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    buffer = bytearray(count)
    missing = memoryview(buffer)
    while missing:
        received = sock.recv_into(missing)
        if received == 0:
            raise EOFError(f"stream ended, {len(missing)} of {count} bytes are missing")
        missing = missing[received:]
    return bytes(buffer)
