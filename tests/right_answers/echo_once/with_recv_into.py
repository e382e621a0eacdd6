"""Receives into one buffer that is used again and again, and sends from it without a copy."""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    buffer = memoryview(bytearray(65536))
    echoed = 0
    with conn:
        while size := conn.recv_into(buffer):
            conn.sendall(buffer[:size])
            echoed += size
    return echoed
