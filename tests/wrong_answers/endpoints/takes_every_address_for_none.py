"""Takes a socket that is bound to every address for one that is not bound.

check: test_bound_to_every_address
words: got (None, None) where (('0.0.0.0', 
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = None if host in ("0.0.0.0", "::") else (host, port)
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
