"""With a selector, which waits for one unconnected socket."""

import selectors
import socket
from collections.abc import Iterator
from time import monotonic


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if port not in range(65536) or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind, protocol) as sock, selectors.DefaultSelector() as selector:
        sock.setblocking(False)
        selector.register(sock, selectors.EVENT_READ)

        def replies(end: float) -> Iterator[tuple[bytes, tuple]]:
            while (left := end - monotonic()) > 0 and selector.select(left):
                yield sock.recvfrom(65535)

        def ping(number: int) -> float | None:
            start = monotonic()
            sock.sendto(b"ping %d" % number, address)
            due = (b"pong %d" % number, address)
            return next((monotonic() - start for reply in replies(start + timeout) if reply == due), None)

        return [ping(number + 1) for number in range(count)]
