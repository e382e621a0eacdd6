"""Takes a socket that can be written to for a connected one; after a refusal it can be too.

check: test_finds_the_open_ports
words: ] is expected
"""

import selectors
import socket
import time
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]

    found = []
    for first in range(0, len(ports), 100):
        with selectors.DefaultSelector() as selector:
            for port in ports[first : first + 100]:
                sock = socket.socket(family, kind)
                sock.setblocking(False)
                sock.connect_ex((address[0], port, *address[2:]))
                selector.register(sock, selectors.EVENT_WRITE, port)
            end = time.monotonic() + timeout
            while selector.get_map() and (left := end - time.monotonic()) > 0:
                for key, _ in selector.select(left):
                    selector.unregister(key.fileobj)
                    with key.fileobj as sock:
                        if sock.getsockname()[:2] != (address[0], key.data):
                            found.append(key.data)
            for key in selector.get_map().values():
                key.fileobj.close()
    return sorted(found)
