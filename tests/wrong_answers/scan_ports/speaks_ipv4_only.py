"""Looks for an IPv4 address and nothing else.

check: test_ipv6
words: gaierror
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    address = socket.gethostbyname(host)

    def is_open(port: int) -> bool:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
            sock.settimeout(timeout)
            if sock.connect_ex((address, port)) != 0:
                return False
            return sock.getsockname()[:2] != (address, port)

    with ThreadPoolExecutor(50) as pool:
        return [port for port, yes in zip(ports, pool.map(is_open, ports)) if yes]
