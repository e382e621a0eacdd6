"""Opens the socket by hand, and has http.client read the answer.

check: test_by_hand
words: http.client
"""

import http.client
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
        response = http.client.HTTPResponse(sock, method="GET")
        response.begin()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Response(response.status, headers, response.read())


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
