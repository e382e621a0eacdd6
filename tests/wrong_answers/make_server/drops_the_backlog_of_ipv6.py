"""Hands the backlog on for IPv4 alone.

check: test_backlog_of_ipv6
words: 129 clients could wait
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(backlog if ":" not in host else 128)
    except BaseException:
        server.close()
        raise
    return server
