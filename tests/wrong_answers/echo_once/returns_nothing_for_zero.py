"""Returns nothing when nothing was echoed.

check: test_client_that_ends_at_once
words: an int is due, and None came
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    with conn:
        data = conn.recv(65536)
        if not data:
            return
        echoed = 0
        while data:
            conn.sendall(data)
            echoed += len(data)
            data = conn.recv(65536)
    return echoed
