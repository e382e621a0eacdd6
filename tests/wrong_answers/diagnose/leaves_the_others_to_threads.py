"""Tries all addresses at once, and leaves the others to their threads when one is open.

check: test_open_at_one_of_several_addresses[open silent]
words: never closed: the socket made in line
"""

import errno
import queue
import socket
import threading
from typing import Any


def diagnose(host: str, port: int, *, timeout: float = 1.0) -> str:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return "unknown host"
    found: queue.SimpleQueue[str | OSError] = queue.SimpleQueue()
    socks = [socket.socket(*row[:3]) for row in rows]
    for sock, row in zip(socks, rows, strict=True):
        threading.Thread(target=lambda *args: found.put(attempt(*args)), args=(sock, row[4], timeout), daemon=True).start()
    reasons = []
    for _ in rows:
        reason = found.get()
        if reason == "open":
            return "open"
        reasons.append(reason)
    for reason in reasons:
        if isinstance(reason, str):
            return reason
    raise reasons[0]


def attempt(sock: socket.socket, address: Any, timeout: float) -> str | OSError:
    try:
        with sock:
            sock.settimeout(timeout or 1e-6)
            sock.connect(address)
    except TimeoutError:
        return "timeout"
    except ConnectionRefusedError:
        return "refused"
    except OSError as error:
        return "unreachable" if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH) else error
    return "open"
