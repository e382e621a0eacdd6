"""Takes a client that says nothing for a moment to be gone.

check: test_waits_without_spinning
words: stream ended after 0 of 1 bytes
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    conn.settimeout(0.1)
    echoed = 0
    with conn:
        try:
            while chunk := conn.recv(65536):
                conn.sendall(chunk)
                echoed += len(chunk)
        except TimeoutError:
            pass
    return echoed
