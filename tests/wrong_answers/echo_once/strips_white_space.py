"""Strips white space and line ends, as one does with lines of text.

check: test_any_bytes_come_back_unchanged
words: other bytes came than the client expects
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while data := conn.recv(65536):
            message = data.strip()
            conn.sendall(message)
            echoed += len(message)
    return echoed
