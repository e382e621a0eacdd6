"""Numbers instead of exceptions, one address after the other."""

import errno
import os
import select
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if port < 0 or port > 65535 or timeout < 0:
        raise ValueError("bad argument")
    try:
        rows = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    except socket.gaierror:
        return "unknown host"
    except UnicodeError:
        return "unknown host"
    for family, kind, proto, _, address in rows:
        with socket.socket(family, kind, proto) as sock:
            sock.setblocking(False)
            number = sock.connect_ex(address)
            if number == errno.EINPROGRESS:
                ready = select.select([], [sock], [], timeout)[1]
                number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) if ready else errno.ETIMEDOUT
            if number == 0:
                return "open"
    if number == errno.ECONNREFUSED:
        return "refused"
    if number == errno.ETIMEDOUT:
        return "timeout"
    if number in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "unreachable"
    raise OSError(number, os.strerror(number))
