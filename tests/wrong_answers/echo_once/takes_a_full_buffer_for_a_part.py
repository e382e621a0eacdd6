"""Takes a full buffer for the beginning of more, and waits for that.

check: test_whole_buffers_come_back
words: bytes and has
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        held = b""
        while chunk := conn.recv(12288):
            held += chunk
            if len(chunk) < 12288:
                conn.sendall(held)
                echoed += len(held)
                held = b""
        conn.sendall(held)
    return echoed + len(held)
