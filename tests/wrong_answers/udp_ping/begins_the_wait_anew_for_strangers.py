"""Counts the time down for what the server sends, and begins it anew for what a stranger sends.

check: test_strangers_do_not_prolong_the_wait
words: got ['answered'] where | a lost ping took
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        return [ping(sock, address, number, timeout) for number in range(1, count + 1)]


def ping(sock: socket.socket, address: tuple[str, int], number: int, timeout: float) -> float | None:
    start = time.monotonic()
    deadline = start + timeout
    sock.sendto(b"ping %d" % number, address)
    while (left := deadline - time.monotonic()) > 0:
        sock.settimeout(left)
        try:
            data, sender = sock.recvfrom(65535)
        except TimeoutError:
            break
        if sender != address:
            deadline = time.monotonic() + timeout
        elif data == b"pong %d" % number:
            return time.monotonic() - start
    return None
