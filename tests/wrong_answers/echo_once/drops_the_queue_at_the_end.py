"""Forgets what is still to be sent once the client has ended its side.

check: test_send_may_take_less_than_it_is_given
words: of 38 bytes
"""

import select
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    conn.setblocking(False)
    queue, received = b"", 0
    with conn:
        while True:
            readable, writable, _ = select.select([conn], [conn] if queue else [], [])
            if writable:
                queue = queue[conn.send(queue) :]
            if readable:
                chunk = conn.recv(65536)
                if not chunk:
                    return received
                queue += chunk
                received += len(chunk)
