"""Looks the host up before it looks at the port.

check: test_port_is_looked_at_first
words: ValueError is due, and the call returned
"""

import errno
import socket


class Bad(ValueError):
    """A port that is none."""


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if timeout < 0:
        raise ValueError(f"no such timeout: {timeout}")
    try:
        socket.getaddrinfo(host, 0)
        if not 0 <= port <= 65535:
            raise Bad(f"no such port: {port}")
        socket.create_connection((host, port), timeout).close()
    except Bad:
        raise
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
