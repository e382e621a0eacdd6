"""Refuses port 65535, which is a port.

check: test_first_and_last_port[65535]
words: ValueError
"""

import os
import socket
import time
from contextlib import suppress
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector

CHUNK = 1 << 18


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if port not in range(65535) or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with (
        open(path, "rb") as file,
        socket.create_connection((host, port), timeout) as sock,
        DefaultSelector() as selector,
    ):
        selector.register(sock, EVENT_READ | EVENT_WRITE)
        sent, chunk, deadline = 0, file.read(CHUNK), time.monotonic() + timeout
        while chunk:
            ready = _wait(selector, deadline)
            if ready & EVENT_READ and not sock.recv(CHUNK):
                selector.modify(sock, EVENT_WRITE)  # the receiver has ended its side: there is no more to hear
            if ready & EVENT_WRITE:
                taken = sock.send(chunk)
                sent, deadline = sent + taken, time.monotonic() + timeout
                chunk = chunk[taken:] or file.read(CHUNK)
        with suppress(OSError):  # ENOTCONN after a reset, of which `recv` then says ECONNRESET
            sock.shutdown(socket.SHUT_WR)
        selector.modify(sock, EVENT_READ)
        deadline = time.monotonic() + timeout
        while _wait(selector, deadline) and sock.recv(CHUNK):
            pass
        return sent


def _wait(selector: DefaultSelector, deadline: float) -> int:
    """What the connection is ready for, as the selector's bits."""
    left = deadline - time.monotonic()
    ready = selector.select(left) if left > 0 else []
    if not ready:
        raise TimeoutError("the receiver takes nothing, or does not end its side")
    return ready[0][1]
