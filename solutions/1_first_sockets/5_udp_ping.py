"""Ping over UDP, which promises nothing.

The surprise: the next datagram need not be your answer. It may be late, a repeat, garbled, or a stranger's.

    you      b'ping 1' ──▶   … timeout …   b'ping 2' ──▶
    server                                               ◀── b'pong 1'   ◀── b'pong 2'   [None, 0.021]

Send `count` datagrams, `b"ping 1"`, `b"ping 2"`, …, to `host` (IPv4 or IPv6) and `port`, each after the one before was
answered or given up. Return for each the seconds until `b"pong N"` came, or `None` when it did not within `timeout`.
- Only `pong N` for the ping waited for now counts. Late, repeated, garbled ones do not, nor do they prolong the wait.
- Only a datagram from the address that you pinged counts: its host and its port.
- A port that nobody listens on is a lost ping, not an error. An unknown host: `socket.gaierror`.
- `count=0` is an empty list, and nothing is sent.
- A port outside 0 to 65535, a negative `count` or `timeout`: `ValueError`, before anything is sent.
- You close your sockets on every way out, and use no CPU time while you wait.

The check loses, delays, repeats and garbles. By hand: `nc -lu 127.0.0.1 4321` in another terminal, then run this file.
Answer in nc: type `pong 1` and press Ctrl-D, for Enter adds a line end. `ss -uan 'sport = :4321'` shows nc's socket.
"""

import socket
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
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


if __name__ == "__main__":
    for number, seconds in enumerate(udp_ping("127.0.0.1", 4321, timeout=10), 1):
        print(f"ping {number}:", "lost" if seconds is None else f"{seconds:.3f} s")
