"""Leaves the length of the queue to `create_server`, which takes 128.

check: test_backlog_clients_can_wait[200 asked for]
words: clients could wait to be accepted, of the 200 that came
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
