"""Stops one short of the last port.

check: test_more_ports_than_open_files
words: got [] where [
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


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

    with ThreadPoolExecutor(50) as pool:
        open_or_not = list(pool.map(is_open, ports))
    return [ports[i] for i in range(len(ports) - 1) if open_or_not[i]]
