"""Returns the size of the last chunk instead of their sum.

check: test_bytes_come_back_as_they_arrive
words: got 5 where 10 is expected
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    size = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            size = len(chunk)
    return size
