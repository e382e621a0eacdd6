"""Passes strangers over in a loop of its own, which begins the wait anew for each, and counts nothing that is late.

check: test_strangers_do_not_prolong_the_wait
words: s, with a timeout of 0.6 s
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
    sock.sendto(b"ping %d" % number, address)
    while (left := start + timeout - time.monotonic()) > 0:
        sock.settimeout(left)
        try:
            data = next_from(sock, address)
        except TimeoutError:
            break
        took = time.monotonic() - start
        if data == b"pong %d" % number and took <= timeout:
            return took
    return None


def next_from(sock: socket.socket, address: tuple[str, int]) -> bytes:
    while True:
        data, sender = sock.recvfrom(65535)
        if sender == address:
            return data
