"""Waits with epoll for its source, which a file on the disk cannot be used for.

check: test_files_on_disk
words: PermissionError
"""

import io
import selectors
import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.create_connection((host, port)) as sock, selectors.DefaultSelector() as selector:
        if not isinstance(source, io.BytesIO):
            selector.register(source, selectors.EVENT_READ)
            selector.select()
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
