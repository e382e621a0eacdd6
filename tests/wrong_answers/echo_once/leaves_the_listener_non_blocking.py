"""Leaves the listening socket non-blocking after select has told that a client waits.

check: test_listener_stays_as_it_was
words: in non-blocking mode
"""

import select
import socket


def echo_once(server: socket.socket) -> int:
    server.setblocking(False)
    select.select([server], [], [])
    conn, _ = server.accept()
    conn.setblocking(True)
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
