"""Prints the error of a client that resets, and returns.

check: test_client_that_resets
words: your code printed an error
"""

import socket


def echo_once(server: socket.socket) -> int:
    echoed = 0
    connection, _ = server.accept()
    with connection:
        try:
            while data := connection.recv(65536):
                connection.sendall(data)
                echoed += len(data)
        except ConnectionError as error:
            print(f"the client went away: {error}")
    return echoed
