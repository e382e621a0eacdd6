"""Tries every address of the host, and loses the number of the error when none of them will do.

check: test_address_of_another_machine
words: OSError with errno.EADDRNOTAVAIL is due, and came with no address
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        server = socket.socket(family, kind, protocol)
        try:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(address)
            server.listen(backlog)
            return server
        except OSError:
            server.close()
    raise OSError(f"no address of {host} will do")
