"""Returns the reasons of all the addresses in one text.

check: test_several_addresses_that_fail_differently
words: 'unreachable, refused'
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
    problems = []
    for family, kind, _, _, address in rows:
        with socket.socket(family, kind) as sock:
            sock.settimeout(timeout)
            try:
                sock.connect(address)
                return "open"
            except OSError as error:
                problems.append(error)
    reasons = []
    for problem in problems:
        if not isinstance(problem, TimeoutError) and problem.errno not in REASONS:
            raise problem
        reasons.append(REASONS.get(problem.errno, "timeout"))
    return ", ".join(reasons)
