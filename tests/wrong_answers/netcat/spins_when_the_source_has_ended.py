"""Goes on polling the source after its end, which is always there.

check: test_waits_for_the_answer_without_spinning
words: s of CPU time in 0.1 s of silence
"""

import select
import socket
import threading
from contextlib import suppress
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    ended, end = socket.socketpair()
    with socket.create_connection((host, port)) as sock, ended, end:
        threading.Thread(target=send, args=(source, sock, end), daemon=True).start()
        poll = select.poll()
        poll.register(sock, select.POLLIN)
        poll.register(ended, select.POLLIN)
        while True:
            ready = [descriptor for descriptor, _ in poll.poll()]
            if sock.fileno() in ready:
                chunk = sock.recv(65536)
                if not chunk:
                    break
                sink.write(chunk)
                sink.flush()


def send(source: BinaryIO, sock: socket.socket, end: socket.socket) -> None:
    read = getattr(source, "read1", source.read)
    with suppress(OSError):
        while chunk := read(65536):
            sock.sendall(chunk)
        sock.shutdown(socket.SHUT_WR)
        end.send(b"!")
