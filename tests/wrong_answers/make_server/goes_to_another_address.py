"""Listens on every address where the one asked for is not this machine's.

check: test_address_of_another_machine
words: OSError with errno.EADDRNOTAVAIL is due, and the call returned
"""

import errno
import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=backlog)
    except OSError as error:
        if error.errno != errno.EADDRNOTAVAIL:
            raise
    return socket.create_server(("", port), family=family, backlog=backlog)
