"""Leaves a port out of range to `bind`, whose error is another one.

check: test_port_out_of_range[65536]
words: ValueError is due, and OverflowError was raised
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if backlog < 0:
        raise ValueError("no such backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)
