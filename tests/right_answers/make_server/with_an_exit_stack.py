"""With an `ExitStack`, which closes the socket on every way out but the good one."""

import socket
from contextlib import ExitStack


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    if port not in range(65536) or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    *how, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with ExitStack() as on_error:
        server = on_error.enter_context(socket.socket(*how))
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
        server.bind(address)
        server.listen(backlog)
        on_error.pop_all()
    return server
