"""Compares a whole IPv6 address, which has four parts, with a host and a port.

check: test_ipv6
words: got ['lost'] where
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError("no such port, count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind) as sock:
        return [ping(sock, address[:2], number, timeout) for number in range(1, count + 1)]


def ping(sock: socket.socket, address: tuple, number: int, timeout: float) -> float | None:
    start = time.monotonic()
    try:
        sock.sendto(b"ping %d" % number, address)
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            came, sender = sock.recvfrom(65535)
            if came == b"pong %d" % number and sender == address:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass
    return None
