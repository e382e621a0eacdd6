"""Everything is imported by name, so that nothing is looked up in the module `socket`."""

import errno
from socket import SOCK_STREAM, gaierror, getaddrinfo, socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad port or timeout")
    try:
        rows = getaddrinfo(host, port, type=SOCK_STREAM)
    except (gaierror, UnicodeError):
        return "unknown host"
    for family, kind, proto, _, address in rows:
        with socket(family, kind, proto) as sock:
            sock.settimeout(timeout)
            try:
                sock.connect(address)
                return "open"
            except OSError as error:
                problem = error
    if isinstance(problem, TimeoutError):
        return "timeout"
    if problem.errno == errno.ECONNREFUSED:
        return "refused"
    if problem.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "unreachable"
    raise problem
