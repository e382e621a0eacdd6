"""Compares the address that an answer came from with the name that was asked for.

check: test_host_may_be_a_name
words: got ['lost'] where
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError("no such port, count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind) as sock:
        return [ping(sock, (host, port), number, timeout) for number in range(1, count + 1)]


def ping(sock: socket.socket, address: tuple, number: int, timeout: float) -> float | None:
    start = time.monotonic()
    try:
        sock.sendto(b"ping %d" % number, address)
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            came, sender = sock.recvfrom(65535)
            if came == b"pong %d" % number and sender[:2] == address:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass
    return None
