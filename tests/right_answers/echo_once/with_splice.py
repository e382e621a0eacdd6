"""Has the kernel move the bytes from the connection to itself by way of a pipe, where it can."""

import os
import socket


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    with conn:
        return splice(conn.fileno()) if hasattr(os, "splice") else copy(conn)


def splice(conn: int) -> int:
    echoed = 0
    source, sink = os.pipe()
    try:
        while size := os.splice(conn, sink, 65536):
            echoed += size
            while size:
                size -= os.splice(source, conn, size)
    finally:
        os.close(source)
        os.close(sink)
    return echoed


def copy(conn: socket.socket) -> int:
    echoed = 0
    while chunk := conn.recv(65536):
        conn.sendall(chunk)
        echoed += len(chunk)
    return echoed
