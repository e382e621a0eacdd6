"""Takes a port for open when it says something.

check: test_greeting_is_not_waited_for
words: ] is expected
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
        try:
            with socket.create_connection((address[0], port), timeout) as sock:
                return sock.getsockname()[1] != port and sock.recv(1024) != b""
        except OSError:
            return False

    with ThreadPoolExecutor(50) as pool:
        return [port for port, yes in zip(ports, pool.map(is_open, ports)) if yes]
