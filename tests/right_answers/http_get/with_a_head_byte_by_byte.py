"""The head is read byte by byte, the body into a buffer of its size; the request ends its side."""

import socket
import time
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if port not in range(65536) or timeout < 0 or len((host + path + "x").splitlines()) > 1:
        raise ValueError("bad argument")
    end = time.monotonic() + timeout
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            sock = socket.create_connection(address[:2], max(end - time.monotonic(), 0.001))
            break
        except OSError as error:
            problem = error
            if time.monotonic() > end:
                raise TimeoutError("no connection") from None
    else:
        raise problem
    with sock:
        host = host if ":" not in host else f"[{host}]"
        sock.sendall(f"GET {path} HTTP/1.1\r\nConnection: close\r\nHOST: {host}:{port}\r\n\r\n".encode())
        sock.shutdown(socket.SHUT_WR)
        return answer(sock, end)


def receive(sock, end, buffer):
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError("too late")
    sock.settimeout(left)
    return sock.recv_into(buffer)


def exactly(sock, end, size):
    data = memoryview(bytearray(size))
    at = 0
    while at < size:
        came = receive(sock, end, data[at:])
        if not came:
            raise EOFError("too short")
        at += came
    return bytes(data)


def line(sock, end):
    text = b""
    while not text.endswith(b"\r\n"):
        text += exactly(sock, end, 1)
    return text[:-2].decode("latin-1")


def answer(sock, end):
    while True:
        first = line(sock, end)
        if first[:5] != "HTTP/":
            raise ValueError(first)
        status = int(first.split(" ")[1])
        headers = {}
        while text := line(sock, end):
            name, value = text.split(":", 1)
            headers.setdefault(name.lower(), []).append(value.strip(" \t"))
        headers = {name: ", ".join(values) for name, values in headers.items()}
        if status >= 200:
            break
    if status in (204, 304):
        return Response(status, headers, b"")
    if "transfer-encoding" in headers:
        parts = []
        while size := int(line(sock, end).partition(";")[0], 16):
            parts.append(exactly(sock, end, size))
            line(sock, end)
        return Response(status, headers, b"".join(parts))
    if "content-length" in headers:
        return Response(status, headers, exactly(sock, end, int(headers["content-length"])))
    parts, buffer = [], bytearray(8192)
    while size := receive(sock, end, buffer):
        parts.append(bytes(buffer[:size]))
    return Response(status, headers, b"".join(parts))
