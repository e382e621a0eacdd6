"""Makes the socket before it looks at the port, and leaves it open for a bad one.

check: test_port_out_of_range[65536]
words: never closed: the socket made in line 11
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    server = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(backlog)
    except OSError:
        server.close()
        raise
    return server
