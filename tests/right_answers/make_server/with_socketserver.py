"""With the machinery of `socketserver`, of which only the socket is kept."""

import socket
import socketserver


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")

    class Server(socketserver.TCPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        allow_reuse_address = True
        request_queue_size = backlog

    return Server((host, port), socketserver.BaseRequestHandler).socket
