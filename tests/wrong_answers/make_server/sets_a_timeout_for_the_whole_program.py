"""Sets a timeout for all the sockets of the program, this one included.

check: test_socket_is_in_blocking_mode
words: the socket has a timeout, or is in non-blocking mode
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    socket.setdefaulttimeout(10)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=backlog)
