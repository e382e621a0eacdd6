"""Asked for an IPv6 host, it makes a server for both versions, and that listens everywhere.

check: test_ipv6
words: got '::' where '::1' is expected
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    if ":" in host:
        return socket.create_server(("", port), family=socket.AF_INET6, backlog=backlog, dualstack_ipv6=True)
    return socket.create_server((host, port), backlog=backlog)
