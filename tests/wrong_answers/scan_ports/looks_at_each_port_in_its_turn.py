"""Looks at a port when its turn comes, after others have been connected to.

check: test_port_out_of_range[65536]
words: a connection was made all the same
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = list(dict.fromkeys(ports))
    if timeout < 0:
        raise ValueError("no such timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        if not 1 <= port <= 65535:
            raise ValueError(f"no such port: {port}")
        with socket.socket(family, kind) as sock:
            sock.settimeout(timeout)
            if sock.connect_ex((address[0], port, *address[2:])) != 0:
                return False
            return sock.getsockname()[:2] != (address[0], port)

    with ThreadPoolExecutor(50) as pool:
        return sorted(port for port, yes in zip(ports, pool.map(is_open, ports)) if yes)
