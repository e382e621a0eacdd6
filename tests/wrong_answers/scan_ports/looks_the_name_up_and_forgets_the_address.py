"""Looks the name up to see whether it is known, and connects by the name again.

check: test_name_is_looked_up_once
words: the name was looked up 304 times
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    socket.getaddrinfo(host, None)

    def is_open(port: int) -> bool:
        try:
            with socket.create_connection((host, port), timeout) as sock:
                return sock.getsockname() != sock.getpeername()
        except OSError:
            return False

    with ThreadPoolExecutor(50) as pool:
        return [port for port, yes in zip(ports, pool.map(is_open, ports)) if yes]
