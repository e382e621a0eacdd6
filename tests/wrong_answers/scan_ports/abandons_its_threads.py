"""Returns while its threads still try to connect.

check: test_silent_port_is_not_open
words: never closed: the socket made in line 20
"""

import socket
import threading
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    found = set()

    def probe(port: int) -> None:
        with socket.socket(family, kind) as sock:
            if sock.connect_ex((address[0], port, *address[2:])) == 0 and sock.getsockname()[1] != port:
                found.add(port)

    for first in range(0, len(ports), 50):
        threads = [threading.Thread(target=probe, args=(port,), daemon=True) for port in ports[first : first + 50]]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout / len(threads))
    return sorted(found)
