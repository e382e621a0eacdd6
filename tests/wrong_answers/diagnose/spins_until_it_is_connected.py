"""Asks again and again whether the connection stands.

check: test_waits_without_spinning
words: s of CPU time in
"""

import errno
import socket
import time

PENDING = errno.EINPROGRESS, errno.EALREADY
REASONS = {errno.ECONNREFUSED: "refused", errno.ENETUNREACH: "unreachable", errno.EHOSTUNREACH: "unreachable"}


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad port or timeout")
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return "unknown host"
    problem = None
    for family, kind, _, _, address in rows:
        with socket.socket(family, kind) as sock:
            sock.setblocking(False)
            number, deadline = sock.connect_ex(address), time.monotonic() + timeout
            while number in PENDING and time.monotonic() < deadline:
                number = sock.connect_ex(address)
            if number in (0, errno.EISCONN):
                return "open"
            problem = OSError(number, "no connection") if number not in PENDING else TimeoutError()
    if isinstance(problem, TimeoutError):
        return "timeout"
    if problem.errno in REASONS:
        return REASONS[problem.errno]
    raise problem
