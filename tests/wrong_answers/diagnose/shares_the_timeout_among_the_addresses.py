"""Has one timeout for all the addresses.

check: test_timeout_is_for_each_address
words: 'timeout'
"""

import errno
import socket
import time

REASONS = {errno.ECONNREFUSED: "refused", errno.ENETUNREACH: "unreachable", errno.EHOSTUNREACH: "unreachable"}


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad port or timeout")
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return "unknown host"
    problem, deadline = TimeoutError(), time.monotonic() + timeout
    for family, kind, _, _, address in rows:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        with socket.socket(family, kind) as sock:
            sock.settimeout(left)
            try:
                sock.connect(address)
                return "open"
            except OSError as error:
                problem = error
    if isinstance(problem, TimeoutError):
        return "timeout"
    if problem.errno in REASONS:
        return REASONS[problem.errno]
    raise problem
