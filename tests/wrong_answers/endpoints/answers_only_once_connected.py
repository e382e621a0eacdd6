"""Answers with no local end where there is no remote one.

check: test_after_bind
words: got (None, None) where (('127.0.0.1', 
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    sock.getsockname()
    try:
        return sock.getsockname()[:2], sock.getpeername()[:2]
    except OSError:
        return None, None
