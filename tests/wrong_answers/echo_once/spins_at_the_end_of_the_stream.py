"""Goes on waiting for bytes after the end of the stream, which is always there, while the rest waits to be sent.

check: test_waits_for_a_slow_reader_without_spinning
words: s of CPU time in 0.2 s without a byte
"""

import selectors
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed, waiting, ended = 0, b"", False
    with conn, selectors.DefaultSelector() as selector:
        conn.setblocking(False)
        selector.register(conn, selectors.EVENT_READ)
        while waiting or not ended:
            for _, ready in selector.select():
                if ready & selectors.EVENT_READ:
                    chunk = conn.recv(65536)
                    waiting, ended = waiting + chunk, not chunk
                if ready & selectors.EVENT_WRITE:
                    sent = conn.send(waiting)
                    waiting, echoed = waiting[sent:], echoed + sent
            selector.modify(conn, selectors.EVENT_READ | (selectors.EVENT_WRITE if waiting else 0))
    return echoed
