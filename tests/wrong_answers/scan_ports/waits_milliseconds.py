"""Hands seconds to `poll`, which takes milliseconds.

check: test_silent_ports_get_the_whole_timeout
words: gave up
"""

import errno
import select
import socket
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    ports = sorted(set(ports))
    if timeout < 0 or any(not 1 <= port <= 65535 for port in ports):
        raise ValueError("no such port or timeout")
    family, kind, _, _, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    found = []
    for first in range(0, len(ports), 100):
        poll, waiting = select.poll(), {}
        for port in ports[first : first + 100]:
            sock = socket.socket(family, kind)
            waiting[sock.fileno()] = sock, (address[0], port, *address[2:])
            sock.setblocking(False)
            sock.connect_ex((address[0], port, *address[2:]))
            poll.register(sock, select.POLLOUT)
        while waiting and (ready := poll.poll(timeout)):
            for number, _ in ready:
                poll.unregister(number)
                sock, target = waiting.pop(number)
                with sock:
                    if sock.connect_ex(target) in (0, errno.EISCONN) and sock.getsockname() != target:
                        found.append(target[1])
        for sock, _ in waiting.values():
            sock.close()
    return sorted(found)
