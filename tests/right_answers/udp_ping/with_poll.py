"""With `poll`, which tells a refusal apart from a datagram, and `recv_into` a buffer that is used again."""

import select
import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or min(count, timeout) < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    buffer = bytearray(65536)
    with socket.socket(family, kind, protocol) as sock:
        sock.connect(address)
        poll = select.poll()
        poll.register(sock, select.POLLIN)

        def ping(number: int) -> float | None:
            start = time.monotonic_ns()
            end = start + timeout * 1e9
            sock.send(b"ping %d" % number)
            while (now := time.monotonic_ns()) < end:
                for _, event in poll.poll((end - now) / 1e6):
                    if event & select.POLLERR:
                        sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                        return None
                    if buffer[: sock.recv_into(buffer)] == b"pong %d" % number:
                        return (time.monotonic_ns() - start) / 1e9
            return None

        return [ping(number) for number in range(1, count + 1)]
