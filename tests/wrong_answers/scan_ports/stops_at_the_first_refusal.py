"""Stops at the first refusal.

check: test_finds_the_open_ports
words: got [] where [
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = list(ports)
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        with socket.socket(family, kind) as sock:
            sock.settimeout(timeout)
            try:
                sock.connect((address[0], port, *address[2:]))
            except TimeoutError:
                return False
            return sock.getsockname()[:2] != (address[0], port)

    found = set()
    with ThreadPoolExecutor(50) as pool:
        try:
            for port, yes in zip(ports, pool.map(is_open, ports)):
                if yes:
                    found.add(port)
        except ConnectionRefusedError:
            pass
    return sorted(found)
