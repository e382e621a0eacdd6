"""Gives the listening socket a timeout that outlasts the call.

check: test_listener_stays_as_it_was
words: the listening socket was left with a timeout
"""

import socket


def echo_once(server: socket.socket) -> int:
    server.settimeout(30)
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
