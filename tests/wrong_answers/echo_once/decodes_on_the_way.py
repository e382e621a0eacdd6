"""Takes what arrives for UTF-8 text.

check: test_any_bytes_come_back_unchanged
words: UnicodeDecodeError
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while data := conn.recv(65536):
            text = data.decode()
            conn.sendall(text.encode())
            echoed += len(data)
    return echoed
