"""Takes the first recv for the whole message.

check: test_eight_mebibytes_at_once
words: your code broke the connection off
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    with conn:
        data = conn.recv(1024)
        conn.sendall(data)
    return len(data)
