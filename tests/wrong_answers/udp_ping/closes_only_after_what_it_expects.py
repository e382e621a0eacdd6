"""Closes the socket after the errors that it expects, and keeps it in a circle after any other.

check: test_network_that_is_down
words: never closed: the socket made in line
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    sock = socket.socket(family, socket.SOCK_DGRAM)
    times: list[float | None] = []
    try:
        for number in range(1, count + 1):
            start = time.monotonic()
            sock.sendto(b"ping %d" % number, address)
            times.append(answered(sock, address, number, start, timeout))
    except OSError as error:
        failed = error
        raise failed
    sock.close()
    return times


def answered(sock: socket.socket, address: tuple[str, int], number: int, start: float, timeout: float) -> float | None:
    while (left := start + timeout - time.monotonic()) > 0:
        sock.settimeout(left)
        try:
            data, sender = sock.recvfrom(65535)
        except TimeoutError:
            break
        if (data, sender) == (b"pong %d" % number, address):
            return time.monotonic() - start
    return None
