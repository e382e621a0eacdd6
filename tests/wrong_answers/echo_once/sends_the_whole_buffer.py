"""Sends all of its buffer back, also what the last recv did not fill.

check: test_bytes_come_back_as_they_arrive
words: other bytes came than the client expects
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    buffer = bytearray(4096)
    echoed = 0
    with conn:
        while size := conn.recv_into(buffer):
            conn.sendall(buffer)
            echoed += size
    return echoed
