"""With everything imported from `socket`, so that nothing is looked up in the module later."""

import time
from socket import *  # noqa: F403


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, kind, protocol, _, address = getaddrinfo(host, port, type=SOCK_DGRAM)[0]
    times: list[float | None] = [None] * count
    with socket(family, kind, protocol) as sock:
        sock.connect(address)
        for number in range(count):
            start = time.monotonic()
            try:
                sock.send(b"ping %d" % (number + 1))
                while times[number] is None and (left := start + timeout - time.monotonic()) > 0:
                    sock.settimeout(left)
                    if sock.recv(65535) == b"pong %d" % (number + 1):
                        times[number] = time.monotonic() - start
            except (TimeoutError, ConnectionRefusedError):
                pass
    return times
