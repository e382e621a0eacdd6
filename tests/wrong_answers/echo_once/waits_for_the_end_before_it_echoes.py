"""Collects everything up to the client's end, and only then sends it back.

check: test_bytes_come_back_as_they_arrive
words: the client waits for 5 bytes and has 0
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    received = b""
    with conn:
        while chunk := conn.recv(65536):
            received += chunk
        conn.sendall(received)
    return len(received)
