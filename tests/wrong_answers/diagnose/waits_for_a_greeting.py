"""Waits for the server to say something before it calls the port open.

check: test_open
words: 'timeout'
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad port or timeout")
    try:
        with socket.create_connection((host, port), timeout) as sock:
            sock.recv(1)
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
