"""With `connect_ex` in a thread pool."""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    asked = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in asked):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    family, kind, protocol, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        with socket.socket(family, kind, protocol) as sock:
            sock.settimeout(timeout)
            failed = sock.connect_ex((address[0], port, *address[2:]))
            return not failed and sock.getsockname()[:2] != (address[0], port)

    with ThreadPoolExecutor(100) as pool:
        return [port for port, found in zip(asked, pool.map(is_open, asked), strict=True) if found]
