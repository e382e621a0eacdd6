"""Leaves a port out of range to the socket, whose error is another one.

check: test_bad_arguments[{'port': 65536}]
words: ValueError is due, and
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if count < 0 or timeout < 0:
        raise ValueError("no such count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_DGRAM)[0]
    address = (address[0], port, *address[2:])
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
