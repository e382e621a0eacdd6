"""Cuts the backlog to a number that web servers had when systems allowed no more.

check: test_backlog_clients_can_wait[1000 asked for]
words: clients could wait to be accepted, of the 1000 that came
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(min(backlog, 511))
    except BaseException:
        server.close()
        raise
    return server
