"""Sets SO_REUSEADDR for IPv4 alone: an IPv6 port is kept by TIME_WAIT.

check: test_ipv6_port
words: Address already in use
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        if family == socket.AF_INET:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(backlog)
    except BaseException:
        server.close()
        raise
    return server
