"""With `select` and a non-blocking socket."""

import select
import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    times: list[float | None] = [None] * count
    with socket.socket(family, kind, protocol) as sock:
        sock.setblocking(False)
        sock.connect(address)
        for number in range(count):
            expected = b"pong %d" % (number + 1)
            start = time.monotonic()
            try:
                sock.send(b"ping %d" % (number + 1))
                while times[number] is None:
                    left = start + timeout - time.monotonic()
                    if left <= 0 or not select.select([sock], [], [], left)[0]:
                        break
                    if sock.recv(65535) == expected:
                        times[number] = time.monotonic() - start
            except ConnectionRefusedError:
                continue
    return times
