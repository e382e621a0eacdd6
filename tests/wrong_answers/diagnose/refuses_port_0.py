"""Refuses port 0, which is a port.

check: test_first_and_last_port[0]
words: ValueError
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if timeout < 0 or not 0 < port <= 65535:
        raise ValueError("bad port or timeout")
    try:
        socket.create_connection((host, port), timeout).close()
    except (socket.gaierror, UnicodeError):
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
