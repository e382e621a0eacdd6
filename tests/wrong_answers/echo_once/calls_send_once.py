"""Calls send once for each chunk, and takes it to have sent it all.

check: test_send_may_take_less_than_it_is_given
words: other bytes came than the client expects
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while chunk := conn.recv(4096):
            conn.send(chunk)
            echoed += len(chunk)
    return echoed
