"""Gives up the futures after the timeout; the connections go on, and the pool waits for them.

check: test_silent_port_is_not_open
words: did not come back in time
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    def is_open(port: int) -> bool:
        with socket.socket(family, kind) as sock:
            if sock.connect_ex((address[0], port, *address[2:])) != 0:
                return False
            return sock.getsockname()[:2] != (address[0], port)

    found = []
    with ThreadPoolExecutor(50) as pool:
        for first in range(0, len(ports), 50):
            futures = {pool.submit(is_open, port): port for port in ports[first : first + 50]}
            done, _ = wait(futures, timeout)
            found += [futures[future] for future in done if future.result()]
    return sorted(found)
