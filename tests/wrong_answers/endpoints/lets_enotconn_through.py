"""Lets the error through that says that a socket is not connected.

check: test_after_bind
words: not connected
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    if local is None:
        return None, None
    return local, sock.getpeername()[:2]
