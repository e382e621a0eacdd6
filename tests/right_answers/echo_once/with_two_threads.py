"""Receives in one thread and sends in another, with a short queue between them; gives up if the client resets."""

import queue
import socket
import threading


def echo_once(server: socket.socket) -> int:
    conn, _ = server.accept()
    chunks: queue.Queue[bytes] = queue.Queue(maxsize=16)
    receiver = threading.Thread(target=receive, args=(conn, chunks))
    echoed = 0
    with conn:
        receiver.start()
        try:
            while chunk := chunks.get():
                conn.sendall(chunk)
                echoed += len(chunk)
        except ConnectionError:
            while chunks.get():
                pass
        receiver.join()
    return echoed


def receive(conn: socket.socket, chunks: queue.Queue[bytes]) -> None:
    """Queue what comes, and `b""` at the end, whatever it is."""
    chunk = b""
    try:
        while chunk := conn.recv(65536):
            chunks.put(chunk)
    except ConnectionError:
        pass
    finally:
        chunks.put(b"")
