"""Knows three numbers of the resolver, and lets all others through.

check: test_resolver_that_fails[EAI_NODATA]
words: gaierror
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    try:
        socket.create_connection((host, port), timeout).close()
    except UnicodeError:
        return "unknown host"
    except socket.gaierror as error:
        if error.errno in (socket.EAI_NONAME, socket.EAI_AGAIN, socket.EAI_FAIL):
            return "unknown host"
        raise
    except TimeoutError:
        return "timeout"
    except ConnectionRefusedError:
        return "refused"
    except OSError as error:
        if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return "unreachable"
        raise
    return "open"
