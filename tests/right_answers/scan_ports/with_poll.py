"""With `poll`, and a window of connections that moves on as soon as one is done with."""

import errno
import select
import socket
import time
from collections.abc import Iterable

WINDOW = 100


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    todo = sorted(set(ports), reverse=True)
    if timeout < 0 or (todo and not 1 <= todo[-1] <= todo[0] <= 65535):
        raise ValueError("ports are 1 to 65535, and the timeout is not negative")
    family, kind, protocol, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    poll, found = select.poll(), []
    pending: dict[int, tuple[socket.socket, tuple, float]] = {}
    try:
        while todo or pending:
            while todo and len(pending) < WINDOW:
                sock = socket.socket(family, kind, protocol)
                port = todo.pop()
                pending[sock.fileno()] = sock, (address[0], port, *address[2:]), time.monotonic() + timeout
                sock.setblocking(False)
                sock.connect_ex(pending[sock.fileno()][1])
                poll.register(sock, select.POLLOUT)
            first = min(end for _, _, end in pending.values())
            ready = {number for number, _ in poll.poll(max(first - time.monotonic(), 0) * 1000)}
            now = time.monotonic()
            for number, (sock, target, end) in list(pending.items()):
                if number in ready or end <= now:
                    del pending[number]
                    poll.unregister(sock)
                    with sock:
                        connected = number in ready and sock.connect_ex(target) in (0, errno.EISCONN)
                        if connected and sock.getsockname() != target:
                            found.append(target[1])
    finally:
        for sock, _, _ in pending.values():
            sock.close()
    return sorted(found)
