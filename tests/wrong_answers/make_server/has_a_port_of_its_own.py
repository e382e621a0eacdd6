"""Asked for no port, it has always the same one.

check: test_kernel_chooses_the_port
words: Address already in use
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 61235, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)
