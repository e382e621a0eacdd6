"""With a connected socket for each ping: what comes late comes to nobody."""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    if count < 0 or timeout < 0:
        raise ValueError("count and timeout are not negative")
    info = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    return [ping(info, number, timeout) for number in range(1, count + 1)]


def ping(info: tuple, number: int, timeout: float) -> float | None:
    family, kind, protocol, _, address = info
    with socket.socket(family, kind, protocol) as sock:
        try:
            sock.connect(address)
            start = time.monotonic()
            sock.sendall(b"ping %d" % number)
            while (left := start + timeout - time.monotonic()) > 0:
                sock.settimeout(left)
                if sock.recv(1500) == b"pong %d" % number:
                    return time.monotonic() - start
        except (TimeoutError, ConnectionRefusedError):
            pass
        return None
