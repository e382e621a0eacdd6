"""Calls send once for each piece, and takes it to have sent it all.

check: test_send_may_take_less_than_it_is_given
words: stream ended after 5 of 38 bytes
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
            sock.send(chunk)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass
