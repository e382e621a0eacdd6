"""Waits for the client with `select` before `accept`, and for its bytes before `recv`."""

import select
import socket


def echo_once(server: socket.socket) -> int:
    select.select([server], [], [])
    conn = server.accept()[0]
    echoed = 0
    try:
        while select.select([conn], [], []) and (chunk := conn.recv(4096)):
            conn.sendall(chunk)
            echoed += len(chunk)
    finally:
        conn.close()
    return echoed
