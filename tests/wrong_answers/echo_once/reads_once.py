"""Takes the first recv for the whole message.

check: test_eight_mebibytes_at_once
words: closed it with bytes unread
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    with conn:
        data = conn.recv(1024)
        conn.sendall(data)
    return len(data)
