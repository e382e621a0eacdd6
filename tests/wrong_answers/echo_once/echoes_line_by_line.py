"""Waits for a line end before it sends anything back.

check: test_bytes_come_back_as_they_arrive
words: the client waits for 5 bytes and has 0
"""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn, conn.makefile("rwb") as stream:
        for line in stream:
            stream.write(line)
            stream.flush()
            echoed += len(line)
    return echoed
