"""Copies the connection to itself, as a raw file whose reads return what there is."""

import shutil
import socket


class Echo:
    """Sends back what is written to it, and counts it."""

    def __init__(self, conn: socket.socket) -> None:
        self.conn, self.count = conn, 0

    def write(self, data: bytes) -> None:
        self.conn.sendall(data)
        self.count += len(data)


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echo = Echo(conn)
    with conn, conn.makefile("rb", buffering=0) as stream:
        shutil.copyfileobj(stream, echo)
    return echo.count
