"""With a thread that listens, and a queue of what it has heard and when."""

import queue
import socket
import threading
import time


def udp_ping(host: str, port: int, *, count: int = 4, timeout: float = 0.5) -> list[float | None]:
    if not 0 <= port <= 65535 or count < 0 or timeout < 0:
        raise ValueError(f"no such port, count or timeout: {port}, {count}, {timeout}")
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
    heard: queue.SimpleQueue[tuple[bytes, tuple, float]] = queue.SimpleQueue()
    with socket.socket(family, kind, protocol) as sock:
        sock.bind(("::" if family == socket.AF_INET6 else "0.0.0.0", 0))
        stop = b"stop %d" % id(heard)
        listener = threading.Thread(target=listen, args=(sock, heard, stop))
        listener.start()
        try:
            return [ping(sock, address, heard, number, timeout) for number in range(1, count + 1)]
        finally:
            sock.sendto(stop, ("::1" if family == socket.AF_INET6 else "127.0.0.1", sock.getsockname()[1]))
            listener.join()


def listen(sock: socket.socket, heard: queue.SimpleQueue, stop: bytes) -> None:
    data = b""
    while data != stop:
        data, sender = sock.recvfrom(65535)
        heard.put((data, sender, time.monotonic()))


def ping(sock: socket.socket, address: tuple, heard: queue.SimpleQueue, number: int, timeout: float) -> float | None:
    start = time.monotonic()
    sock.sendto(b"ping %d" % number, address)
    try:
        while (left := start + timeout - time.monotonic()) > 0:
            data, sender, when = heard.get(timeout=left)
            if (data, sender) == (b"pong %d" % number, address) and when <= start + timeout:
                return when - start
    except queue.Empty:
        pass
    return None
