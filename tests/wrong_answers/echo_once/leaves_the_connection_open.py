"""Never closes the connection: when it is gone, Python closes it in passing.

check: test_client_that_ends_at_once
words: never closed: the socket made in line 11
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    while chunk := conn.recv(65536):
        conn.sendall(chunk)
        echoed += len(chunk)
    return echoed
