"""Has no defaults for the host and the port.

check: test_kernel_chooses_the_port
words: missing a required argument: 'host'
"""

import socket


def make_server(host: str, port: int, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)
