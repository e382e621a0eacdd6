"""With a pool of processes, each of which scans its share with a selector."""

import errno
import selectors
import socket
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    asked = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in asked):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    info = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    shares = [asked[first : first + 100] for first in range(0, len(asked), 100)]
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        return [port for found in pool.map(partial(scan, info, timeout), shares) for port in sorted(found)]


def scan(info: tuple, timeout: float, ports: list[int]) -> list[int]:
    family, kind, protocol, _, address = info
    found = []
    with selectors.DefaultSelector() as selector:
        for port in ports:
            sock = socket.socket(family, kind, protocol)
            sock.setblocking(False)
            target = (address[0], port, *address[2:])
            selector.register(sock, selectors.EVENT_WRITE, target)
            sock.connect_ex(target)
        end = time.monotonic() + timeout
        while selector.get_map() and (left := end - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                selector.unregister(key.fileobj)
                with key.fileobj as sock:
                    if sock.connect_ex(key.data) in (0, errno.EISCONN) and sock.getsockname() != key.data:
                        found.append(key.data[1])
        for key in list(selector.get_map().values()):
            key.fileobj.close()
    return found
