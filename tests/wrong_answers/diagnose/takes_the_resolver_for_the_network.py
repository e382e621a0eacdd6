"""Asks for OSError first, of which gaierror is a kind.

check: test_unknown_host
words: 'unreachable'
"""

import errno
import socket


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError("bad port or timeout")
    try:
        socket.create_connection((host, port), timeout).close()
    except UnicodeError:
        return "unknown host"
    except TimeoutError:
        return "timeout"
    except ConnectionRefusedError:
        return "refused"
    except OSError as error:
        return "unreachable"
    except socket.gaierror:
        return "unknown host"
    return "open"
