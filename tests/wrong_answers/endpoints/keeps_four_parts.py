"""Hands on all four parts of an IPv6 address.

check: test_ipv6
words: , 0, 0), ('::1', 
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    local = sock.getsockname() if sock.getsockname()[1] else None
    try:
        return local, sock.getpeername()
    except OSError:
        return local, None
