"""Remembers every connection, so that none is ever closed.

check: test_client_that_ends_at_once
words: the client waits for your code to end the connection
"""

import socket

CONNECTIONS = []


def echo_once(server: socket.socket) -> int:
    conn, address = server.accept()
    CONNECTIONS.append((conn, address))
    echoed = 0
    while chunk := conn.recv(65536):
        conn.sendall(chunk)
        echoed += len(chunk)
    return echoed
