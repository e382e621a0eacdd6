"""Compares the sender with the text of an address that it was given.

check: test_ipv6_written_otherwise
words: lost
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        expected = host if ":" in host else address[0]
        sock.connect(address)
        return [_ping(sock, number, timeout, expected) for number in range(1, count + 1)]


def _ping(sock: socket.socket, number: int, timeout: float, expected: str) -> float | None:
    """The seconds until `sock` has the answer to one ping, or None."""
    start = time.monotonic()
    try:
        sock.send(b"ping %d" % number)
        while (left := start + timeout - time.monotonic()) > 0:
            sock.settimeout(left)
            data, sender = sock.recvfrom(65535)
            if data == b"pong %d" % number and sender[0] == expected:
                return time.monotonic() - start
    except (TimeoutError, ConnectionRefusedError):
        pass  # lost, or refused by the kernel of the other side: nobody listens there
    return None
