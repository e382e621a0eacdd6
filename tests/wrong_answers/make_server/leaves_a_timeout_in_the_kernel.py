"""Leaves a timeout on the socket of which Python knows nothing: `accept` gives up.

check: test_socket_is_in_blocking_mode
words: the socket has a timeout, or is in non-blocking mode
"""

import socket
import struct


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 3, 0))
        server.bind((host, port))
        server.listen(backlog)
    except BaseException:
        server.close()
        raise
    return server
