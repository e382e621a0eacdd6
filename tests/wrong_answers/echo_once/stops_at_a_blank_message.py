"""Takes a message of white space alone for the end.

check: test_one_byte_at_a_time
words: stream ended after 0 of 1 bytes
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while True:
            data = conn.recv(65536)
            if not data.strip():
                return echoed
            conn.sendall(data)
            echoed += len(data)
