"""Ends both sides of the connection when the source has ended.

check: test_rest_of_the_answer_arrives
words: b'at last, the answer'
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
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
