"""Takes every error for an end that is missing, that of a closed socket too.

check: test_closed_socket
words: OSError is due, and the call returned
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    try:
        host, port, *_ = sock.getsockname()
        local = (host, port) if port else None
    except OSError:
        local = None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
