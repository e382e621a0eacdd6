"""Says what went wrong in an exception of another kind.

check: test_port_is_never_shared
words: OSError with errno.EADDRINUSE is due, and RuntimeError was raised
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=backlog)
    except OSError as error:
        raise RuntimeError(f"cannot listen on {host} port {port}: {error}") from error
