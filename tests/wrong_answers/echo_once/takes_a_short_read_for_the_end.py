"""Takes a chunk that is shorter than the buffer for the last one.

check: test_send_may_take_less_than_it_is_given
words: your code broke the connection off
"""

import socket

SIZE = 4096


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while True:
            chunk = conn.recv(SIZE)
            conn.sendall(chunk)
            echoed += len(chunk)
            if len(chunk) < SIZE:
                return echoed
