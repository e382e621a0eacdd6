"""Refuses port 0, which is a port.

check: test_port_0
words: ValueError
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 < port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.connect(address)  # from now on datagrams from anywhere else are not delivered here
        return [_ping(sock, number, timeout) for number in range(1, count + 1)]


def _ping(sock: socket.socket, number: int, timeout: float) -> float | None:
    """The seconds until `sock` has the answer to one ping, or None."""
    start = time.monotonic()
    try:
        sock.send(b"ping %d" % number)
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            if sock.recv(65535) == b"pong %d" % number:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass  # lost, or refused by the kernel of the other side: nobody listens there
    return None
