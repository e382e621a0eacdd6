"""Shares the timeout out among the addresses.

check: test_timeout_is_not_shared
words: got 'timeout' where 'open' | got 'refused' where 'open'
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        socket.create_connection((host, port), timeout / len(rows)).close()
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
