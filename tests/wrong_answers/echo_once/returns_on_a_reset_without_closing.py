"""Catches the reset and returns past the close.

check: test_client_that_resets_before_it_is_accepted
words: never closed: the socket made in line 11
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    try:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    except ConnectionResetError:
        return echoed
    conn.close()
    return echoed
