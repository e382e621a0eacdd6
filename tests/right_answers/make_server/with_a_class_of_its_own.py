"""With a class of its own, a socket that is a server as soon as it is made."""

import socket


class Server(socket.socket):
    def __init__(self, host: str, port: int, backlog: int) -> None:
        super().__init__(socket.AF_INET6 if ":" in host else socket.AF_INET)
        try:
            self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self.bind((host, port))
            self.listen(backlog)
        except BaseException:
            self.close()
            raise


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if not 0 <= port < 1 << 16 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    return Server(host, port, backlog)
