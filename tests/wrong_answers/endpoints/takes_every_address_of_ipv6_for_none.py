"""Takes the host :: for a socket that is not bound.

check: test_bound_to_every_address_of_ipv6
words: got (None, None) where 
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port and host != "::" else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
