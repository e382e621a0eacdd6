"""`create_connection` gathers the errors of all the addresses."""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad argument")
    try:
        socket.create_connection((host, port), timeout, all_errors=True).close()
        return "open"
    except (socket.gaierror, UnicodeError):
        return "unknown host"
    except ExceptionGroup as group:
        return reason(group.exceptions)


def reason(errors):
    for error in errors:
        match error:
            case TimeoutError():
                return "timeout"
            case ConnectionRefusedError():
                return "refused"
            case OSError(errno=errno.ENETUNREACH | errno.EHOSTUNREACH):
                return "unreachable"
    raise errors[-1]
