"""Keeps the connections that stand.

check: test_says_nothing_and_hangs_up
words: the server waits for your code to end the connection
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

CONNECTIONS = []


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        sock = socket.socket(family, kind)
        sock.settimeout(timeout)
        if sock.connect_ex((address[0], port, *address[2:])) != 0 or sock.getsockname()[:2] == (address[0], port):
            sock.close()
            return False
        CONNECTIONS.append(sock)
        return True

    with ThreadPoolExecutor(50) as pool:
        return [port for port, yes in zip(ports, pool.map(is_open, ports)) if yes]
