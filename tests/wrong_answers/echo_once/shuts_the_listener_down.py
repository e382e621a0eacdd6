"""Ends the listening socket, so that nobody else gets in: it listens no more.

check: test_listener_stays_as_it_was
words: the socket does not listen any more
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    server.shutdown(socket.SHUT_RDWR)
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
