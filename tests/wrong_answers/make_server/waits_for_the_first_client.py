"""Waits a second for the first client before it returns: nobody knows the port yet.

check: test_clients_connect_before_accept
words: TimeoutError: timed out
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = socket.create_server((host, port), family=family, backlog=backlog)
    try:
        server.settimeout(1.0)
        conn, _ = server.accept()
        conn.close()
        server.settimeout(None)
    except OSError:
        server.close()
        raise
    return server
