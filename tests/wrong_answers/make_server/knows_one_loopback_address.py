"""Listens on 127.0.0.1, whatever IPv4 host it is asked for.

check: test_listens_on_another_loopback_address
words: cannot connect to 127.0.0.2
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    if ":" in host:
        return socket.create_server((host, port), family=socket.AF_INET6, backlog=backlog)
    if not host.startswith("127."):
        host = socket.gethostbyname(host)
    return socket.create_server(("127.0.0.1" if host.startswith("127.") else host, port), backlog=backlog)
