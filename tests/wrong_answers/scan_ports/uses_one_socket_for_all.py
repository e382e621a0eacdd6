"""Uses one socket for all the ports: once connected, it is never anywhere else.

check: test_finds_the_open_ports
words: ] is expected
"""

import socket
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    found = []
    with socket.socket(family, kind) as sock:
        sock.settimeout(timeout)
        for port in ports:
            if sock.connect_ex((address[0], port, *address[2:])) == 0 and sock.getsockname()[1] != port:
                found.append(port)
    return found
