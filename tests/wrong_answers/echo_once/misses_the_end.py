"""Does not look for the empty bytes that tell the client's end.

check: test_client_that_ends_at_once
words: your code did not come back in time
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        try:
            while True:
                chunk = conn.recv(65536)
                conn.sendall(chunk)
                echoed += len(chunk)
        except BrokenPipeError:
            return echoed
