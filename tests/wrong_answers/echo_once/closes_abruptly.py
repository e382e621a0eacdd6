"""Breaks the connection off, so that no port lingers in TIME_WAIT.

check: test_client_that_ends_at_once
words: your code broke the connection off
"""

import socket
import struct


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    echoed = 0
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
