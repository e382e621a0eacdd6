"""A socket that never blocks, a selector, and everything that came parsed anew each time."""

import re
import selectors
import socket
import time
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Incomplete(Exception):
    """More has to come."""


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if not 0 <= port <= 65535 or timeout < 0 or re.search("[\r\n]", host + path):
        raise ValueError("bad argument")
    deadline = time.monotonic() + timeout
    problem = OSError("no address")
    for family, kind, proto, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        with socket.socket(family, kind, proto) as sock, selectors.DefaultSelector() as selector:
            sock.setblocking(False)
            sock.connect_ex(address)
            selector.register(sock, selectors.EVENT_WRITE)
            wait(selector, deadline)
            number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if number:
                problem = OSError(number, "cannot connect")
                continue
            name = f"[{host}]" if ":" in host else host
            send(sock, selector, deadline, f"GET {path} HTTP/1.1\r\nhost:{name}:{port}\r\n\r\n".encode())
            selector.modify(sock, selectors.EVENT_READ)
            return receive(sock, selector, deadline)
    raise problem


def wait(selector, deadline):
    left = deadline - time.monotonic()
    if left <= 0 or not selector.select(left):
        raise TimeoutError("too late")


def send(sock, selector, deadline, request):
    while request:
        wait(selector, deadline)
        request = request[sock.send(request) :]


def receive(sock, selector, deadline):
    held, ended = bytearray(), False
    while True:
        try:
            return parse(held, ended)
        except Incomplete:
            if ended:
                raise EOFError("the connection ended too soon") from None
        wait(selector, deadline)
        chunk = sock.recv(1 << 20)
        held += chunk
        ended = not chunk


def parse(held, ended):
    end = held.find(b"\r\n")
    if end < 0:
        raise Incomplete
    first = re.fullmatch(rb"HTTP/\d\.\d (\d{3})( .*)?", held[:end])
    if not first:
        raise ValueError(f"not HTTP: {bytes(held[:end])!r}")
    status = int(first[1])
    stop = held.find(b"\r\n\r\n")
    if stop < 0:
        raise Incomplete
    if 100 <= status < 200:
        return parse(held[stop + 4 :], ended)
    headers = {}
    for name, value in re.findall(rb"\r\n([^:\r\n]+):[ \t]*([^\r\n]*)", held[end:stop]):
        name, value = name.decode().lower(), value.decode("latin-1").rstrip(" \t")
        headers[name] = headers[name] + ", " + value if name in headers else value
    return Response(status, headers, body(memoryview(held)[stop + 4 :], status, headers, ended))


def body(rest, status, headers, ended):
    if status in (204, 304):
        return b""
    if "transfer-encoding" in headers:
        return chunks(bytes(rest))
    if "content-length" in headers:
        size = int(headers["content-length"])
        if len(rest) < size:
            raise Incomplete
        return bytes(rest[:size])
    if not ended:
        raise Incomplete
    return bytes(rest)


def chunks(rest):
    whole, at = b"", 0
    while True:
        end = rest.find(b"\r\n", at)
        if end < 0:
            raise Incomplete
        size = int(rest[at:end].split(b";")[0], 16)
        if size == 0:
            return whole
        if len(rest) < end + 2 + size + 2:
            raise Incomplete
        whole += rest[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
