"""Asks for the state of TCP, which a socket of datagrams has not.

check: test_datagrams
words: OSError: [Errno 
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    if sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1) == b"\x0a":
        return local, None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
