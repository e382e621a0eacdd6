"""Asks the socket for its error, and so has it before the next `recv`.

check: test_error_of_a_reset_is_left
words: the reset was taken away
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None  # every socket has an address; one that is not bound has no port
    if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        return local, None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
