"""Lets the kernel wait until all bytes are there."""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = sock.recv(count, socket.MSG_WAITALL)
    if len(received) < count:
        sock.recv(1)  # a reset comes up only now: what came before it is given first
        raise EOFError(f"stream ended after {len(received)} of {count} bytes")
    return received
