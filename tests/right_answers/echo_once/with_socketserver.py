"""Has a handler of `socketserver` deal with the connection."""

import socket
import socketserver


class Echo(socketserver.StreamRequestHandler):
    """Sends back what it reads, and counts it."""

    echoed = 0

    def handle(self) -> None:
        while chunk := self.rfile.read1(65536):
            self.wfile.write(chunk)
            self.echoed += len(chunk)


def echo_once(server: socket.socket) -> int:
    conn, address = server.accept()
    with conn:
        return Echo(conn, address, server).echoed
