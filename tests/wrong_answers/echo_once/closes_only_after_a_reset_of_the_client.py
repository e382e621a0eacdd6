"""Knows that `recv` fails after a reset, and not that `send` does: then the connection is left open.

check: test_client_that_resets_after_its_end
words: never closed: the socket made in line
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    try:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    except ConnectionResetError:
        conn.close()
        raise
    except OSError as error:
        failed = error
        raise failed
    conn.close()
    return echoed
