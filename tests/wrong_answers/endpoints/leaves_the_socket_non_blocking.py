"""Leaves the socket in non-blocking mode.

check: test_socket_is_left_as_it_was
words: left with a timeout, or in non-blocking mode
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    sock.setblocking(False)
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
