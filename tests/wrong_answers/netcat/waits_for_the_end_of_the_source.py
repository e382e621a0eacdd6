"""Waits for the end of the source, also when the server has ended.

check: test_server_ends_first
words: had to end as well
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock:
        sender = threading.Thread(target=send, args=(source, sock), daemon=True)
        sender.start()
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()
        sender.join()


def send(source, sock):
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
