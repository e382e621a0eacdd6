"""Frees the port by a linger time of 0, which its connections inherit: closing one becomes a reset.

check: test_same_port_again_at_once
words: your code broke the connection off
"""

import socket
import struct


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError("no such port or backlog")
    server = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        server.bind((host, port))
        server.listen(backlog)
    except OSError:
        server.close()
        raise
    return server
