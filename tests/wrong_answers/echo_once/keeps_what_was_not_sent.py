"""Keeps what it has yet to send from client to client, also when one breaks off.

check: test_next_client_gets_nothing_of_the_last
words: second
"""

import select
import socket

waiting = bytearray()


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        conn.setblocking(False)
        ended = False
        while not ended or waiting:
            readable, writable, _ = select.select([] if ended else [conn], [conn] if waiting else [], [])
            if readable:
                chunk = conn.recv(65536)
                waiting.extend(chunk)
                echoed += len(chunk)
                ended = not chunk
            if writable:
                del waiting[: conn.send(waiting)]
    return echoed
