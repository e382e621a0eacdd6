"""Takes the host for an address: a name is a `ValueError`.

check: test_name_is_looked_up_once
words: does not appear to be an IPv4 or IPv6 address
"""

import ipaddress
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family = socket.AF_INET6 if ipaddress.ip_address(host).version == 6 else socket.AF_INET

    def is_open(port: int) -> bool:
        with socket.socket(family, socket.SOCK_STREAM) as sock:
            sock.settimeout(timeout)
            if sock.connect_ex((host, port)) != 0:
                return False
            return sock.getsockname()[:2] != (host, port)

    with ThreadPoolExecutor(50) as pool:
        return [port for port, yes in zip(ports, pool.map(is_open, ports)) if yes]
