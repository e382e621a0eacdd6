"""Makes an IPv4 socket whatever the host is.

check: test_ipv6
words: gaierror
"""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("no such port")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        sock.connect((host, port))
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
