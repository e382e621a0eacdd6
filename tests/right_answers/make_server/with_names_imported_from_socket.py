"""With everything imported from `socket`, so that nothing is looked up in the module later."""

from socket import *  # noqa: F403


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket:
    if not 0 <= port <= 65535 or backlog < 0:
        raise ValueError(f"no such port or backlog: {port}, {backlog}")
    family, kind, protocol, _, address = getaddrinfo(host, port, type=SOCK_STREAM)[0]
    server = socket(family, kind, protocol)
    try:
        server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        server.bind(address)
        server.listen(backlog)
    except OSError:
        server.close()
        raise
    return server
