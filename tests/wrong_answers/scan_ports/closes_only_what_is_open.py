"""Closes the connections that stand, and not the sockets that got none.

check: test_silent_port_is_not_open
words: never closed: the socket made in line 19
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
        sock = socket.socket(family, kind)
        sock.settimeout(timeout)
        if sock.connect_ex((address[0], port, *address[2:])) != 0:
            return False
        itself = sock.getsockname()[:2] == (address[0], port)
        sock.close()
        return not itself

    with ThreadPoolExecutor(50) as pool:
        return [port for port, yes in zip(ports, pool.map(is_open, ports)) if yes]
