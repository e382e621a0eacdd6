"""Takes a closed socket for a bad argument.

check: test_closed_socket
words: OSError is due, and ValueError was raised
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    if sock.fileno() == -1:
        raise ValueError("the socket is closed")
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
