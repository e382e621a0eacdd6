"""Counts a late answer for the ping that it is the answer to.

check: test_late_answer
words: got ['answered', 'lost', 'answered'] where
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError("no such port, count or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    times: list[float | None] = []
    started = []
    with socket.socket(family, kind) as sock:
        sock.connect(address)
        for number in range(count):
            started.append(time.monotonic())
            times.append(None)
            try:
                sock.send(b"ping %d" % (number + 1))
                while times[number] is None and (left := started[number] + timeout - time.monotonic()) > 0:
                    sock.settimeout(left)
                    came = sock.recv(65535)
                    for i in range(number + 1):
                        if came == b"pong %d" % (i + 1):
                            times[i] = times[i] or time.monotonic() - started[i]
            except (TimeoutError, ConnectionRefusedError):
                pass
    return times
