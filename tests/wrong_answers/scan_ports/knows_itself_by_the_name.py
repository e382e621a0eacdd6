"""Compares its own end with the host as it was given, which may be a name.

check: test_connection_to_itself_is_no_server[ipv4]
words: got [
"""

import errno
import selectors
import socket
import time
from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

AT_ONCE = 128


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    wanted = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in wanted):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    family, _, _, _, (address, _, *rest) = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    found: list[int] = []
    for start in range(0, len(wanted), AT_ONCE):
        some = [(address, port, *rest) for port in wanted[start : start + AT_ONCE]]
        found += _open_among(some, family, timeout, host)
    return found


def _open_among(addresses: list[tuple[Any, ...]], family: int, timeout: float, host: str) -> list[int]:
    found = []
    with ExitStack() as held, selectors.DefaultSelector() as selector:
        for address in addresses:
            sock = held.enter_context(socket.socket(family, socket.SOCK_STREAM))
            sock.setblocking(False)
            if sock.connect_ex(address) in (0, errno.EINPROGRESS):
                selector.register(sock, selectors.EVENT_WRITE, address[1])
        deadline = time.monotonic() + timeout
        while selector.get_map() and (left := deadline - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                selector.unregister(key.fileobj)
                if _was_taken(key.fileobj, host, key.data):
                    found.append(key.data)
    return sorted(found)


def _was_taken(sock: Any, host: str, port: int) -> bool:
    error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if error:
        return error in (errno.ECONNRESET, errno.EPIPE)
    try:
        return sock.getsockname()[:2] != (host, port)
    except OSError:
        return True
