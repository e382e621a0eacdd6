"""Asks again and again whether a connection stands.

check: test_waits_without_spinning
words: s of CPU time
"""

import errno
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
        waiting = {port: socket.socket(family, kind) for port in ports[first : first + 100]}
        end = time.monotonic() + timeout
        while waiting and time.monotonic() < end:
            for port, sock in list(waiting.items()):
                sock.setblocking(False)
                state = sock.connect_ex((address[0], port, *address[2:]))
                if state not in (errno.EINPROGRESS, errno.EALREADY):
                    if state in (0, errno.EISCONN) and sock.getsockname()[:2] != (address[0], port):
                        found.append(port)
                    waiting.pop(port).close()
        for sock in waiting.values():
            sock.close()
    return sorted(found)
