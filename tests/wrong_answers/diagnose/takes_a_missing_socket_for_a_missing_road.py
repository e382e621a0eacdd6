"""Makes the socket by itself, and takes whatever fails there for a network that is not there.

check: test_no_socket_to_be_had
words: OSError with errno.EMFILE is due, and the call returned
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not any(has_family(family) for family, *_ in rows):
            return "unreachable"
        socket.create_connection((host, port), timeout).close()
    except (socket.gaierror, UnicodeError):  # UnicodeError: text that no resolver could be asked for
        return "unknown host"
    except TimeoutError:
        return "timeout"
    except ConnectionRefusedError:
        return "refused"
    except OSError as error:
        if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return "unreachable"
        raise
    return "open"


def has_family(family: int) -> bool:
    try:
        socket.socket(family, socket.SOCK_STREAM).close()
    except OSError:
        return False
    return True
