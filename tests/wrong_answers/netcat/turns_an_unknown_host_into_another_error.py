"""Raises ConnectionError for a host that is not known.

check: test_unknown_host
words: gaierror is due, and ConnectionError was raised
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    try:
        sock = socket.create_connection((host, port))
    except socket.gaierror as error:
        raise ConnectionError("no such host") from error
    with sock:
        threading.Thread(target=send, args=(source, sock), daemon=True).start()
        while chunk := sock.recv(65536):
            sink.write(chunk)
            sink.flush()


def send(source, sock):
    read = getattr(source, "read1", source.read)
    try:
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
