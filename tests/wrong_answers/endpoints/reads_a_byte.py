"""Reads a byte to see whether the connection stands.

check: test_socket_is_left_as_it_was
words: b'ello'
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
        sock.recv(1, socket.MSG_DONTWAIT)
    except BlockingIOError:
        pass
    except OSError:
        return local, None
    return local, (host, port)
