"""With `create_connection`, to the address that the name was looked up for, in a few threads and a queue."""

import queue
import socket
import threading
from collections.abc import Iterable


def scan_ports(host: str, ports: Iterable[int], *, timeout: float = 0.5) -> list[int]:
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for port in set(ports):
        if not 1 <= port <= 65535:
            raise ValueError(f"no such port: {port}")
        todo.put(port)
    if timeout < 0:
        raise ValueError(f"negative timeout: {timeout}")
    address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0]
    found: list[int] = []

    def work() -> None:
        while True:
            try:
                port = todo.get_nowait()
            except queue.Empty:
                return
            try:
                with socket.create_connection((address, port), timeout) as sock:
                    if sock.getsockname()[:2] != (address, port):
                        found.append(port)
            except OSError:
                pass

    workers = [threading.Thread(target=work) for _ in range(min(todo.qsize(), 60))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(found)
