"""Reads the source to its end before it sends the first byte.

check: test_each_as_it_comes
words: the user waits for 10 bytes and has 0 | the server waits for 2 bytes and has 0
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock:
        threading.Thread(target=send, args=(source, sock), daemon=True).start()
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()


def send(source, sock):
    try:
        sock.sendall(source.read())
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
