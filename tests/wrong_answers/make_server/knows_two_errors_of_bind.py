"""Closes the socket after the errors that it expects, and keeps it in a circle after any other.

check: test_address_without_its_link
words: never closed: the socket made in line
"""

import errno
import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(backlog)
    except OSError as error:
        failed = error
        if error.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL):
            server.close()
        raise failed
    return server
