"""Takes a client that says nothing for an error.

check: test_client_that_ends_at_once
words: ConnectionError: the client said nothing
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    if not echoed:
        raise ConnectionError("the client said nothing")
    return echoed
