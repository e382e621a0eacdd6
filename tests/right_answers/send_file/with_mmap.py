"""Maps the file into memory, of which the kernel holds only what is being sent; an empty file cannot be mapped."""

import mmap
import os
import socket
import time
from contextlib import nullcontext, suppress
from select import POLLIN, POLLOUT, poll


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    if not 0 <= port <= 65535 or timeout < 0:
        raise ValueError(f"no such port or timeout: {port}, {timeout}")
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        mapped = mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) if size else nullcontext(b"")
        with mapped as data, socket.create_connection((host, port), timeout) as sock:
            sent, deadline, mask = 0, time.monotonic() + timeout, POLLIN | POLLOUT
            while sent < size:
                ready = wait(sock, mask, deadline)
                if ready & POLLIN and not sock.recv(65536):
                    mask = POLLOUT
                if ready & ~POLLIN:
                    sent += sock.send(data[sent : sent + 65536])
                    deadline = time.monotonic() + timeout
            with suppress(OSError):
                sock.shutdown(socket.SHUT_WR)
            deadline = time.monotonic() + timeout
            while wait(sock, POLLIN, deadline) and sock.recv(65536):
                pass
            return sent


def wait(sock: socket.socket, mask: int, deadline: float) -> int:
    waiting, left = poll(), deadline - time.monotonic()
    waiting.register(sock, mask)
    ready = waiting.poll(left * 1000) if left > 0 else []
    if not ready:
        raise TimeoutError("the receiver takes nothing, or does not end its side")
    return ready[0][1]
