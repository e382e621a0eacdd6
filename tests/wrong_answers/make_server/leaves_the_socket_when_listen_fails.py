"""Closes the socket when `bind` fails, but not when `listen` does.

check: test_listen_that_fails
words: never closed
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
    except BaseException:
        server.close()
        raise
    server.listen(backlog)
    return server
