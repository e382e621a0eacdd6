"""Greets the client before it echoes.

check: test_client_that_ends_at_once
words: bytes came where the stream should have ended
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        conn.sendall(b"Welcome to the echo service\n")
        while data := conn.recv(65536):
            conn.sendall(data)
            echoed += len(data)
    return echoed
