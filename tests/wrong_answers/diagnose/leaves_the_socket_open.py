"""Closes the socket only when it got through.

check: test_refused
words: never closed: the socket made in line
"""

import errno
import socket

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
        sock = socket.socket(family, kind)
        sock.settimeout(timeout)
        try:
            sock.connect(address)
            sock.close()
            return "open"
        except OSError as error:
            problem = error
    if isinstance(problem, TimeoutError):
        return "timeout"
    if problem.errno in REASONS:
        return REASONS[problem.errno]
    raise problem
