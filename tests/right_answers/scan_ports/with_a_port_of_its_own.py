"""With a port of its own, taken before it connects: it tries again while that is the one to connect to."""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    asked = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in asked):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    anywhere = "::" if family == socket.AF_INET6 else "0.0.0.0"

    def is_open(port: int) -> bool:
        while True:
            with socket.socket(family, kind) as sock:
                sock.settimeout(timeout)
                sock.bind((anywhere, 0))
                if sock.getsockname()[1] != port:
                    return sock.connect_ex((address[0], port, *address[2:])) == 0

    with ThreadPoolExecutor(100) as pool:
        return [port for port, found in zip(asked, pool.map(is_open, asked), strict=True) if found]
