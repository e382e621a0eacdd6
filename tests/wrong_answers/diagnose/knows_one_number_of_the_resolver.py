"""Takes only EAI_NONAME for an unknown host.

check: test_resolver_that_fails[EAI_AGAIN]
words: gaierror
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
    except socket.gaierror as error:
        if error.errno != socket.EAI_NONAME:
            raise
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
