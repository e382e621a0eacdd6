"""Sends all the pings at once, and then waits for the answers.

check: test_one_ping_at_a_time
words: before the one before it was answered or given up
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError("no such port, count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    numbers = range(1, count + 1)
    with socket.socket(family, kind) as sock:
        sock.connect(address)
        started = {}
        for number in numbers:
            started[number] = time.monotonic()
            try:
                sock.send(b"ping %d" % number)
            except ConnectionRefusedError:
                pass
        return [pong(sock, number, started[number], timeout) for number in numbers]


def pong(sock: socket.socket, number: int, start: float, timeout: float) -> float | None:
    try:
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            if sock.recv(65535) == b"pong %d" % number:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass
    return None
