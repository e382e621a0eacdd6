"""Raises an error that it does not know at once, with addresses still to try.

check: test_other_error_at_the_first_of_several_addresses
words: PermissionError
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
        with socket.socket(family, kind) as sock:
            sock.settimeout(timeout)
            try:
                sock.connect(address)
                return "open"
            except OSError as error:
                problem = error
                if error.errno and error.errno not in REASONS:
                    raise
    if isinstance(problem, TimeoutError):
        return "timeout"
    if problem.errno in REASONS:
        return REASONS[problem.errno]
    raise problem
