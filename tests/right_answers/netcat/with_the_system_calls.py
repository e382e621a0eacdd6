"""Descriptors where there are some, `os.read`, `os.write` and `poll`; the caller sends."""

import io
import os
import select
import socket
import threading
from contextlib import suppress
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("bad port")
    with socket.create_connection((host, port)) as sock:
        over, is_over = os.pipe()
        receiver = threading.Thread(target=receive, args=(sock, sink, is_over))
        receiver.start()
        try:
            send(source, sock, over)
        finally:
            receiver.join()
            os.close(over)


def descriptor(file):
    try:
        return file.fileno()
    except io.UnsupportedOperation:
        return None


def receive(sock, sink, is_over):
    number = descriptor(sink)
    try:
        while chunk := os.read(sock.fileno(), 65536):
            while number is not None and chunk:
                chunk = chunk[os.write(number, chunk) :]
            if chunk:
                sink.write(chunk)
    except ConnectionError:
        pass
    finally:
        os.close(is_over)
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)  # the caller may wait in `sendall`


def send(source, sock, over):
    number = descriptor(source)
    try:
        while number is None or readable(number, over):
            chunk = source.read(65536) if number is None else os.read(number, 65536)
            if not chunk:
                sock.shutdown(socket.SHUT_WR)
                return
            sock.sendall(chunk)
    except OSError:
        pass  # the server is gone


def readable(number, over):
    poll = select.poll()
    poll.register(number, select.POLLIN)
    poll.register(over, select.POLLIN)
    return over not in [ready for ready, _ in poll.poll()]
