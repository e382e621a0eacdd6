"""Prints the error before it raises it.

check: test_port_is_never_shared
words: your code printed an error
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=backlog)
    except OSError as error:
        print("could not listen:", error)
        raise
