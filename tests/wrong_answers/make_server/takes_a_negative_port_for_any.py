"""Takes a negative port for "any", as port 0 is.

check: test_port_out_of_range[-1]
words: ValueError is due, and the call returned
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if port > 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, max(port, 0)), family=family, backlog=backlog)
