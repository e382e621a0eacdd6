"""Returns the socket and its port.

check: test_clients_connect_before_accept
words: 'tuple' object does not support the context manager protocol
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> tuple[socket.socket, int]:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = socket.create_server((host, port), family=family, backlog=backlog)
    return server, server.getsockname()[1]
