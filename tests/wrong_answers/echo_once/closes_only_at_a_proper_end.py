"""Closes the connection on the way out that it thought of, and not on the one that a reset takes.

check: test_client_that_resets
words: never closed: the socket made in line 11
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    while chunk := conn.recv(65536):
        conn.sendall(chunk)
        echoed += len(chunk)
    conn.close()
    return echoed
