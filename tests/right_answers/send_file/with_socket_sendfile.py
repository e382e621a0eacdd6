"""Leaves the sending to `socket.sendfile`, and drops what the receiver says in a thread."""

import os
import socket
import threading
from contextlib import suppress
from select import select


class Listening(threading.Thread):
    """Drops what comes up to the end, or to an error, which it keeps."""

    def __init__(self, sock: socket.socket) -> None:
        super().__init__()
        self.sock, self.error = sock, None

    def run(self) -> None:
        try:
            while select([self.sock], [], []) and self.sock.recv(65536):
                pass
        except OSError as error:
            self.error = error


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file, socket.create_connection((host, port), timeout) as sock:
        listening = Listening(sock)
        listening.start()
        try:
            sent = sock.sendfile(file)
            with suppress(OSError):
                sock.shutdown(socket.SHUT_WR)
            listening.join(timeout)
            if listening.is_alive():
                raise TimeoutError("the receiver does not end its side")
        finally:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            listening.join()
        if listening.error:
            raise listening.error
        return sent
