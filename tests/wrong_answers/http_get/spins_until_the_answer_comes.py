"""Asks the socket again and again whether something has come.

check: test_waits_without_spinning[for a head]
words: s of CPU time in 0.1 s of silence
"""

import socket
import time
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if not 0 <= port <= 65535 or timeout < 0 or set("\r\n") & set(host + path):
        raise ValueError("bad argument")
    deadline = time.monotonic() + timeout
    with connect(host, port, deadline) as sock:
        name = f"[{host}]" if ":" in host else host
        sock.sendall(f"GET {path} HTTP/1.1\r\nHost: {name}:{port}\r\n\r\n".encode())
        stream = Stream(sock, deadline)
        status, headers = read_head(stream)
        while 100 <= status < 200:
            status, headers = read_head(stream)
        return Response(status, headers, read_body(stream, status, headers))


def connect(host, port, deadline):
    problem = TimeoutError("no time")
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            return socket.create_connection(address[:2], left(deadline))
        except OSError as error:
            problem = error
    raise problem


def left(deadline):
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError("too late")
    return seconds


class Stream:
    def __init__(self, sock, deadline):
        self.sock, self.deadline, self.data = sock, deadline, bytearray()

    def more(self):
        self.sock.setblocking(False)
        while True:
            left(self.deadline)
            try:
                chunk = self.sock.recv(65536)
                break
            except BlockingIOError:
                pass
        self.data += chunk
        return chunk

    def take(self, size):
        while len(self.data) < size:
            if not self.more():
                raise EOFError("cut short")
        taken = bytes(self.data[:size])
        del self.data[:size]
        return taken

    def line(self):
        while b"\r\n" not in self.data:
            if not self.more():
                raise EOFError("cut short")
        return self.take(self.data.index(b"\r\n") + 2)[:-2].decode("latin-1")


def read_head(stream):
    version, status = (stream.line() + " ").split(" ", 2)[:2]
    if not version.startswith("HTTP/"):
        raise ValueError("not HTTP")
    status, headers = int(status), {}
    while line := stream.line():
        name, value = line.split(":", 1)
        name, value = name.lower(), value.strip()
        headers[name] = headers[name] + ", " + value if name in headers else value
    return status, headers


def read_body(stream, status, headers):
    if status in (204, 304):
        return b""
    if "transfer-encoding" in headers:
        return read_chunks(stream)
    if "content-length" in headers:
        return stream.take(int(headers["content-length"]))
    while stream.more():
        pass
    return bytes(stream.data)


def read_chunks(stream):
    body = b""
    while size := int(stream.line().split(";")[0], 16):
        body += stream.take(size)
        stream.line()
    return body
