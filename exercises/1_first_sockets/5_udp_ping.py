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


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    raise NotImplementedError


if __name__ == "__main__":
    for number, seconds in enumerate(udp_ping("127.0.0.1", 4321, timeout=10), 1):
        print(f"ping {number}:", "lost" if seconds is None else f"{seconds:.3f} s")
