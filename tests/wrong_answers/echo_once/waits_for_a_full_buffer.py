"""Reads through a buffered file, whose read waits until it has all the bytes it was asked for.

check: test_one_byte_at_a_time
words: the client waits for 1 bytes and has 0
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn, conn.makefile("rb") as stream:
        while chunk := stream.read(1024):
            conn.sendall(chunk)
            echoed += len(chunk)
    return echoed
