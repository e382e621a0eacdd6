"""Sends an empty datagram to learn whether the socket is connected.

check: test_datagrams
words: the other end was sent a datagram
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    if sock.type == socket.SOCK_DGRAM:
        try:
            sock.send(b"")
        except OSError:
            return local, None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
