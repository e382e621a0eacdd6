"""Leaves the socket non-blocking: `accept` does not wait.

check: test_socket_is_in_blocking_mode
words: the socket has a timeout, or is in non-blocking mode
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = socket.create_server((host, port), family=family, backlog=backlog)
    server.setblocking(False)
    return server
