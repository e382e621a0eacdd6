"""Closes the listening socket too, which is its caller's.

check: test_listener_stays_as_it_was
words: the listening socket was closed
"""

import socket


def echo_once(server: socket.socket) -> int:
    echoed = 0
    with server:
        conn, _ = server.accept()
        with conn:
            while chunk := conn.recv(65536):
                conn.sendall(chunk)
                echoed += len(chunk)
    return echoed
