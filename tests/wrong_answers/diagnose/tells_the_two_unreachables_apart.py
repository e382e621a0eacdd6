"""Has a word for each kind of unreachable.

check: test_host_unreachable
words: 'host unreachable'
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
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
        if error.errno == errno.ENETUNREACH:
            return "unreachable"
        if error.errno == errno.EHOSTUNREACH:
            return "host unreachable"
        raise
    return "open"
