"""Expects no remote end of sockets that listen or are not bound, and takes the others for connected.

check: test_after_reset
words: not connected
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    if local is None or sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        return local, None
    return local, sock.getpeername()[:2]
