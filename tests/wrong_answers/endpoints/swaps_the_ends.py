"""Answers with the remote end first.

check: test_after_connect
words: where (('127.0.0.1', 
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return (host, port), local
