"""Asked for no host, it listens on every address of the machine.

check: test_default_host
words: got '0.0.0.0' where '127.0.0.1' is expected
"""

import socket


def make_server(host: str = "", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)
