"""Says goodbye to the client at the end.

check: test_client_that_ends_at_once
words: 8 bytes came where the stream should have ended
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while data := conn.recv(65536):
            conn.sendall(data)
            echoed += len(data)
        conn.sendall(b"goodbye\n")
    return echoed
