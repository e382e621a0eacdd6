"""Closes the socket when it is through, as if it were its own.

check: test_socket_is_left_as_it_was
words: the socket was closed
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    with sock:
        host, port, *_ = sock.getsockname()
        local = (host, port) if port else None
        try:
            host, port, *_ = sock.getpeername()
        except OSError:
            return local, None
        return local, (host, port)
