"""Lets the error of the thread that sends go where nobody gets it.

check: test_server_ends_while_you_send
words: your code printed an error
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    with socket.create_connection((host, port)) as sock:
        threading.Thread(target=send, args=(source, sock), daemon=True).start()
        while data := sock.recv(65536):
            sink.write(data)
            sink.flush()


def send(source: BinaryIO, sock: socket.socket) -> None:
    read = getattr(source, "read1", source.read)
    while data := read(65536):
        sock.sendall(data)
    sock.shutdown(socket.SHUT_WR)
