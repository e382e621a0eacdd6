"""Never blocks on the connection: what cannot be sent at once waits in a queue, and a long queue stops the reading."""

import socket
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector

LONGEST = 1 << 20


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    queue, echoed, ended = bytearray(), 0, False
    with conn, DefaultSelector() as selector:
        conn.setblocking(False)
        selector.register(conn, EVENT_READ)
        while queue or not ended:
            reading = not ended and len(queue) < LONGEST
            selector.modify(conn, (EVENT_READ if reading else 0) | (EVENT_WRITE if queue else 0))
            ready = selector.select()[0][1]
            if ready & EVENT_WRITE:
                sent = conn.send(queue)
                del queue[:sent]
                echoed += sent
            if ready & EVENT_READ:
                chunk = conn.recv(65536)
                queue += chunk
                ended = not chunk
    return echoed
