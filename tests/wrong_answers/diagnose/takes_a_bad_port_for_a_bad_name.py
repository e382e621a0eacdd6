"""Takes every ValueError for an unknown host.

check: test_bad_arguments[{'port': 65536}]
words: ValueError is due, and the call returned
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    try:
        if not 0 <= port <= 65535 or timeout < 0:
            raise ValueError("bad port or timeout")
        socket.create_connection((host, port), timeout).close()
    except (socket.gaierror, ValueError):
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
