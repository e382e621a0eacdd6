"""Leaves the client to a thread and returns at once.

check: test_bytes_come_back_as_they_arrive
words: got 0 where 10 is expected
"""

import socket
import threading


def serve(conn: socket.socket) -> None:
    with conn:
        while chunk := conn.recv(65536):
            conn.sendall(chunk)


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    threading.Thread(target=serve, args=(conn,)).start()
    return 0
