"""Asks the listening socket again and again whether a client has come.

check: test_waits_for_a_client_without_spinning
words: s of CPU time in 0.
"""

import socket


def echo_once(server: socket.socket) -> int:
    server.setblocking(False)
    conn = None
    while conn is None:
        try:
            conn, _ = server.accept()
        except BlockingIOError:
            pass
    server.setblocking(True)
    conn.setblocking(True)
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
