"""With a linger time of 0: connections end by a reset, and leave nothing in TIME_WAIT."""

import socket
import struct
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    asked = set(ports)
    if timeout < 0 or not asked <= set(range(1, 65536)):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    info = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    with ThreadPoolExecutor(64) as pool:
        return sorted(filter(None, pool.map(partial(probe, info, timeout), asked)))


def probe(info: tuple, timeout: float, port: int) -> int | None:
    family, kind, protocol, _, address = info
    with socket.socket(family, kind, protocol) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.settimeout(timeout)
        try:
            sock.connect((address[0], port, *address[2:]))
        except OSError:
            return None
        return None if sock.getsockname()[:2] == (address[0], port) else port
