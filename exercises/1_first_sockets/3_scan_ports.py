"""Find the open TCP ports of a host.

The surprise: a port answers yes, no, or nothing at all, and nothing is what costs you time.

    you   ── SYN ──▶ :22   ◀── SYN+ACK ──   open
    you   ── SYN ──▶ :23   ◀── RST ──       refused: closed
    you   ── SYN ──▶ :24                    silent for `timeout` seconds: not open

Return the open ones of `ports` (any iterable, even an empty one), sorted, each once.
- You wait for silent ports together, without using CPU time.
- `ports` may be more than your process may have files open.
- You send nothing, wait for no greeting, and close every socket on every way out.
- A connection with you at both ends (the kernel may make one) is no open port.
- `host` is a name or an address, IPv4 or IPv6. You look a name up once; an unknown one is a `socket.gaierror`.
- Port 0, a port outside 1 to 65535, or a negative `timeout`: `ValueError`, before anything is sent.

The check mixes all three kinds of ports, and allows you 256 open files. By hand: `nc -l 127.0.0.1 4321` in another
terminal, then run this file: nc ends when you hang up. `ss -tln` shows who else listens.
"""

import time
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    raise NotImplementedError


if __name__ == "__main__":
    start = time.monotonic()
    print("open on 127.0.0.1:", scan_ports("127.0.0.1", range(1, 65536)))
    print(f"scanned in {time.monotonic() - start:.1f} s")
