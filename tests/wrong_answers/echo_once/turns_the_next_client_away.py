"""Turns away whoever else comes while a client is served.

check: test_next_client_is_untouched
words: your code did not come back in time
"""

import select
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn:
        while True:
            ready, _, _ = select.select([server, conn], [], [])
            if server in ready:
                server.accept()[0].close()
            elif chunk := conn.recv(65536):
                conn.sendall(chunk)
                echoed += len(chunk)
            else:
                return echoed
