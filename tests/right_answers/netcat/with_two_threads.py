"""A thread for each direction, a file over the socket to read from; the caller waits for the one that receives."""

import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("bad port")
    with socket.create_connection((host, port)) as sock:
        receiver = threading.Thread(target=receive, args=(sock, sink), daemon=True)
        receiver.start()
        threading.Thread(target=send, args=(source, sock), daemon=True).start()
        receiver.join()


def receive(sock, sink):
    try:
        with sock.makefile("rb", buffering=0) as file:
            while chunk := file.read(100_000):
                sink.write(chunk)
                sink.flush()
    except ConnectionError:
        pass


def send(source, sock):
    try:
        while chunk := piece(source):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def piece(source):
    """What the source has to say now: of a buffered one what lies in its buffer, after a wait for the first byte."""
    return source.read(max(1, len(source.peek()))) if hasattr(source, "peek") else source.read(4096)
