"""Accepts whoever waits at a listening socket, to learn its remote end.

check: test_after_listen
words: )) where ((
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        conn, address = sock.accept()
        conn.close()
        return sock.getsockname(), address
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, (host, port)
