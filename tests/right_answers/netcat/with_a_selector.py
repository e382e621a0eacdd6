"""One thread carries everything with a selector; another only waits for the source, one piece ahead."""

import selectors
import socket
import threading
from contextlib import ExitStack
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    if not 0 <= port <= 65535:
        raise ValueError("bad port")
    with socket.create_connection((host, port)) as sock, selectors.DefaultSelector() as selector, ExitStack() as stack:
        ours, theirs = socket.socketpair()
        stack.enter_context(ours)
        threading.Thread(target=pump, args=(source, theirs), daemon=True).start()
        sock.setblocking(False)
        selector.register(sock, selectors.EVENT_READ)
        selector.register(ours, selectors.EVENT_READ)
        queue = b""
        while True:
            for key, ready in selector.select():
                if key.fileobj is ours:
                    queue = ours.recv(65536)
                    selector.unregister(ours)  # until this piece is sent
                    if not queue:
                        sock.shutdown(socket.SHUT_WR)
                    else:
                        selector.modify(sock, selectors.EVENT_READ | selectors.EVENT_WRITE)
                    continue
                if ready & selectors.EVENT_READ:
                    chunk = sock.recv(65536)
                    if not chunk:
                        return
                    sink.write(chunk)
                    sink.flush()
                if ready & selectors.EVENT_WRITE and queue:
                    queue = queue[sock.send(queue) :]
                    if not queue:
                        selector.modify(sock, selectors.EVENT_READ)
                        selector.register(ours, selectors.EVENT_READ)


def pump(source, theirs):
    with theirs:
        try:
            while chunk := source.read1(65536) if hasattr(source, "read1") else source.read(65536):
                theirs.sendall(chunk)
        except OSError:
            pass  # nobody wants it any more
