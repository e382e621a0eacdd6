"""Scans one port after another.

check: test_silent_ports_are_waited_for_together
words: one by one they take 4 s
"""

import socket
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        with socket.socket(family, kind) as sock:
            sock.settimeout(timeout)
            if sock.connect_ex((address[0], port, *address[2:])) != 0:
                return False
            return sock.getsockname()[:2] != (address[0], port)

    return [port for port in ports if is_open(port)]
