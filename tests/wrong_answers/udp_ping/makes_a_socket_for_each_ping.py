"""Makes a socket for each ping, and closes none of them.

check: test_each_ping_is_answered
words: never closed: the socket made in line 20
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError("no such port, count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    return [ping(family, address, number, timeout) for number in range(1, count + 1)]


def ping(family: int, address: tuple, number: int, timeout: float) -> float | None:
    start = time.monotonic()
    sock = socket.socket(family, socket.SOCK_DGRAM)
    try:
        sock.connect(address)
        sock.send(b"ping %d" % number)
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            if sock.recv(65535) == b"pong %d" % number:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass
    return None
