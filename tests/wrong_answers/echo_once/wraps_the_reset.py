"""Turns a reset into an exception of its own.

check: test_client_that_resets
words: RuntimeError: the client is gone
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        try:
            while chunk := conn.recv(65536):
                conn.sendall(chunk)
                echoed += len(chunk)
        except ConnectionResetError as error:
            raise RuntimeError("the client is gone") from error
    return echoed
