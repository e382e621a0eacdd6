"""Uses the descriptor as one uses that of a file."""

import os
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while chunk := os.read(conn.fileno(), 65536):
            echoed += len(chunk)
            while chunk:
                chunk = chunk[os.write(conn.fileno(), chunk) :]
    return echoed
