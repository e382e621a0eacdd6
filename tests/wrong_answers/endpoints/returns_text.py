"""Writes each end as text, host and port with a colon between.

check: test_after_bind
words: got ('127.0.0.1:
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = f"{host}:{port}" if port else None
    try:
        host, port, *_ = sock.getpeername()
    except OSError:
        return local, None
    return local, f"{host}:{port}"
