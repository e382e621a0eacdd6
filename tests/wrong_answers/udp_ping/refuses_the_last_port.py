"""Refuses port 65535, which is a port.

check: test_last_port
words: ValueError
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port < 65535 or count < 0 or timeout < 0:
        raise ValueError("no such port, count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind) as sock:
        sock.connect(address)
        return [ping(sock, number, timeout) for number in range(1, count + 1)]


def ping(sock: socket.socket, number: int, timeout: float) -> float | None:
    start = time.monotonic()
    try:
        sock.send(b"ping %d" % number)
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            if sock.recv(65535) == b"pong %d" % number:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass
    return None
