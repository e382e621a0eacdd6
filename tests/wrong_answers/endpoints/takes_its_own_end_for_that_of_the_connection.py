"""Believes only a connection that sends and receives: TCP_INFO has to say ESTABLISHED or CLOSE_WAIT.

check: test_own_side_has_ended
words: None) where
"""

import socket

Endpoint = tuple[str, int]

ESTABLISHED, CLOSE_WAIT = 1, 8


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        if sock.type == socket.SOCK_STREAM:
            state = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
            if state not in (ESTABLISHED, CLOSE_WAIT):
                return local, None
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
