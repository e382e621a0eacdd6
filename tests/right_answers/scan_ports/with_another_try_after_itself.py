"""With another try, from another port, after a connection to itself."""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    asked = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in asked):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        while True:
            with socket.socket(family, kind) as sock:
                sock.settimeout(timeout)
                if sock.connect_ex((address[0], port, *address[2:])) != 0:
                    return False
                if sock.getsockname()[:2] != (address[0], port):
                    return True

    with ThreadPoolExecutor(100) as pool:
        return [port for port, found in zip(asked, pool.map(is_open, asked), strict=True) if found]
