"""Waits for room to send even when there is nothing to send, and room there is nearly always.

check: test_waits_without_spinning
words: s of CPU time in 0.
"""

import select
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    conn.setblocking(False)
    queue, echoed, ended = b"", 0, False
    with conn:
        while queue or not ended:
            readable, writable, _ = select.select([] if ended else [conn], [conn], [])
            if writable:
                sent = conn.send(queue)
                queue, echoed = queue[sent:], echoed + sent
            if readable:
                chunk = conn.recv(65536)
                queue += chunk
                ended = not chunk
    return echoed
