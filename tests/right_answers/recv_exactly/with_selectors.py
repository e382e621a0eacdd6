"""Waits with a selector, and receives what is there without waiting."""

import selectors
import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        while len(received) < count:
            selector.select()
            chunk = sock.recv(count - len(received), socket.MSG_DONTWAIT)
            if not chunk:
                raise EOFError(f"stream ended after {len(received)} of {count} bytes")
            received.extend(chunk)
    return bytes(received)
