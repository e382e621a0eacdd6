"""Reads and writes the connection as a file: `read1` returns what there is, and `flush` sends what was written."""

import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    echoed = 0
    with conn, conn.makefile("rwb") as stream:
        while chunk := stream.read1(65536):
            stream.write(chunk)
            stream.flush()
            echoed += len(chunk)
    return echoed
