"""Keeps the ends of a connection for the next time, as if it could not be lost.

check: test_asked_again
words: None) is expected
"""

import socket
from weakref import WeakKeyDictionary

Endpoint = tuple[str, int]

known: WeakKeyDictionary[socket.socket, tuple[Endpoint, Endpoint]] = WeakKeyDictionary()


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    if sock in known:
        return known[sock]
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    if local and sock.type == socket.SOCK_STREAM:
        known[sock] = local, (host, port)
    return local, (host, port)
