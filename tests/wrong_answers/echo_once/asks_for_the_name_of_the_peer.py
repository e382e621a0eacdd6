"""Asks who the client is, and a client that is gone already has no name.

check: test_client_that_resets_before_it_is_accepted
words: is not connected
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        print("serving", conn.getpeername())
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
