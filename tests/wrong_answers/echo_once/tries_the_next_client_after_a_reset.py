"""Takes a client that broke off for none at all, and waits for another.

check: test_client_that_resets
words: your code did not come back in time
"""

import socket


def echo_once(server: socket.socket) -> int:
    while True:
        conn, _ = server.accept()
        echoed = 0
        with conn:
            try:
                while chunk := conn.recv(65536):
                    conn.sendall(chunk)
                    echoed += len(chunk)
                return echoed
            except ConnectionResetError:
                continue
