"""Descriptors where there are some: `os.read`, `os.write`, and the caller sends."""

import io
import os
import select
import socket
import threading
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("bad port")
    with socket.create_connection((host, port)) as sock:
        ended = threading.Event()
        receiver = threading.Thread(target=receive, args=(sock, sink, ended))
        receiver.start()
        try:
            send(source, sock, ended)
        finally:
            receiver.join()


def descriptor(file):
    try:
        return file.fileno()
    except io.UnsupportedOperation:
        return None


def receive(sock, sink, ended):
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
        ended.set()


def send(source, sock, ended):
    number = descriptor(source)
    try:
        while number is None or readable(number, sock, ended):
            chunk = source.read(65536) if number is None else os.read(number, 65536)
            if not chunk:
                sock.shutdown(socket.SHUT_WR)
                return
            sock.sendall(chunk)
            if ended.is_set():
                return
    except OSError:
        pass


def readable(number, sock, ended):
    """Whether the source has something to say before the server has ended its side."""
    poll = select.poll()
    poll.register(number, select.POLLIN)
    poll.register(sock, select.POLLRDHUP)
    return number in [ready for ready, _ in poll.poll()] and not ended.is_set()
