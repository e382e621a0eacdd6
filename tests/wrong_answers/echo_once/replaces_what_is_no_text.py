"""Decodes what arrives, with a replacement for what is no text.

check: test_any_bytes_come_back_unchanged
words: other bytes came than the client expects
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while data := conn.recv(65536):
            text = data.decode(errors="replace")
            conn.sendall(text.encode())
            echoed += len(data)
    return echoed
