"""Takes the address that every socket has for an end, bound or not.

check: test_before_bind
words: ('0.0.0.0', 0)
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    local = sock.getsockname()[:2]
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
