"""Ends its side of the connection, and takes that for closing it.

check: test_half_closed_client_gets_the_rest
words: never closed: the socket made in line 11
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    while chunk := conn.recv(65536):
        conn.sendall(chunk)
        echoed += len(chunk)
    conn.shutdown(socket.SHUT_WR)
    return echoed
