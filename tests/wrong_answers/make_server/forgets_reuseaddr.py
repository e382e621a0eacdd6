"""Does not set SO_REUSEADDR.

check: test_same_port_again_at_once
words: Address already in use
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    server = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        server.bind((host, port))
        server.listen(backlog)
    except OSError:
        server.close()
        raise
    return server
