"""Looks at the timeout only where there are ports.

check: test_negative_timeout
words: ValueError is due
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
    if not wanted:
        return []
    if timeout < 0 or any(not 1 <= port <= 65535 for port in wanted):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    family, _, _, _, (address, _, *rest) = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    found: list[int] = []
    for start in range(0, len(wanted), AT_ONCE):
        found += _open_among([(address, port, *rest) for port in wanted[start : start + AT_ONCE]], family, timeout)
    return found


def _open_among(addresses: list[tuple[Any, ...]], family: int, timeout: float) -> list[int]:
    """The open ports of `addresses`, all waited for at once."""
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
                if _was_taken(key.fileobj):
                    found.append(key.data)
    return sorted(found)


def _was_taken(sock: Any) -> bool:
    """Whether a server has taken the connection, even if it has reset it since."""
    error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if error:
        return error in (errno.ECONNRESET, errno.EPIPE)  # a closed port is ECONNREFUSED; a reset comes later
    try:
        # the kernel may choose the very port that is called as the caller's own: the socket then meets itself
        return bool(sock.getsockname() != sock.getpeername())
    except OSError:  # ENOTCONN: reset a moment ago
        return True
