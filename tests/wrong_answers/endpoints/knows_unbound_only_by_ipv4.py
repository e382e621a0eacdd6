"""Knows a socket that is not bound only by the wildcard of IPv4.

check: test_before_bind_with_ipv6
words: ('::', 0)
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    local = sock.getsockname()[:2]
    if local == ("0.0.0.0", 0):
        local = None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
