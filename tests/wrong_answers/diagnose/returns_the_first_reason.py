"""Returns the reason of the first address that fails.

check: test_open_at_one_of_several_addresses[closed open]
words: 'refused'
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
            except ConnectionRefusedError:
                return "refused"
            except OSError as error:
                problem = error
    if isinstance(problem, TimeoutError):
        return "timeout"
    if problem.errno in REASONS:
        return REASONS[problem.errno]
    raise problem
