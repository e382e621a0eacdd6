"""Asks a non-blocking connection again and again whether something has come.

check: test_waits_without_spinning
words: s of CPU time in 0.
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while True:
            conn.setblocking(False)
            try:
                chunk = conn.recv(65536)
            except BlockingIOError:
                continue
            if not chunk:
                return echoed
            conn.setblocking(True)
            conn.sendall(chunk)
            echoed += len(chunk)
