"""Works on a copy of the socket, and never closes it.

check: test_before_bind
words: never closed: the socket made in line 13
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    sock = sock.dup()
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
