"""Ends its side on every way out, and on a reset connection that is another error.

check: test_client_that_resets
words: is not connected
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    try:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    finally:
        conn.shutdown(socket.SHUT_RDWR)
        conn.close()
    return echoed
