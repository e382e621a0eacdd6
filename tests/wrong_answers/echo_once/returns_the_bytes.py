"""Returns what it has echoed instead of how much.

check: test_client_that_ends_at_once
words: an int is due, and b'' came
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = b""
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += chunk
    return echoed
