"""Counts the bytes of all clients since the program began.

check: test_next_client_is_untouched
words: got (5, 11) where (5, 6) is expected
"""

import socket

total = 0


def echo_once(server: socket.socket) -> int:
    global total
    conn, _ = server.accept()
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            total += len(chunk)
    return total
