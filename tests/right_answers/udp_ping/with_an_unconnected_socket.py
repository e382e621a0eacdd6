"""With an unconnected socket, which looks at the sender of each datagram."""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind, protocol) as sock:
        return [ping(sock, address, number, timeout) for number in range(1, count + 1)]


def ping(sock: socket.socket, address: tuple, number: int, timeout: float) -> float | None:
    start = time.perf_counter()
    sock.sendto(f"ping {number}".encode(), address)
    while (left := start + timeout - time.perf_counter()) > 0:
        sock.settimeout(left)
        try:
            reply, sender = sock.recvfrom(2048)
        except TimeoutError:
            return None
        if sender == address and reply == f"pong {number}".encode():
            return time.perf_counter() - start
    return None
