"""Refuses port 0, which is a port.

check: test_first_and_last_port[0]
words: ValueError
"""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if not 0 < port <= 65535 or timeout < 0 or any(end in host + path for end in "\r\n"):
        raise ValueError(f"no such host, port, path or timeout: {host!r}, {port}, {path!r}, {timeout}")
    deadline = time.monotonic() + timeout
    with _connected(host, port, deadline) as sock:
        name = f"[{host}]" if ":" in host else host
        sock.sendall(f"GET {path} HTTP/1.1\r\nHost: {name}:{port}\r\nConnection: close\r\n\r\n".encode())
        stream = _Stream(sock, deadline)
        status, headers = _head(stream)
        while 100 <= status < 200:
            status, headers = _head(stream)
        return Response(status, headers, _body(stream, status, headers))


def _connected(host: str, port: int, deadline: float) -> socket.socket:
    failed: OSError = TimeoutError("no address was tried in time")
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            return socket.create_connection((str(address[0]), port), _left(deadline))
        except OSError as error:
            failed = error
    raise failed


def _left(deadline: float) -> float:
    """The seconds that are left; a timeout of 0 would mean something else, non-blocking mode."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("not complete in time")
    return left


class _Stream:
    """What comes over a connection, up to a deadline that no `recv` prolongs."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline, self._held = sock, deadline, bytearray()

    def line(self) -> str:
        while b"\r\n" not in self._held:
            self._more()
        return self.take(self._held.index(b"\r\n") + 2)[:-2].decode("latin-1")

    def take(self, size: int) -> bytes:
        while len(self._held) < size:
            self._more()
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def rest(self) -> bytes:
        with suppress(EOFError):
            while True:
                self._more()
        return bytes(self._held)

    def _more(self) -> None:
        self._sock.settimeout(_left(self._deadline))
        chunk = self._sock.recv(65536)
        if not chunk:
            raise EOFError(f"the connection ended after {bytes(self._held[-40:])!r}")
        self._held += chunk


def _head(stream: _Stream) -> tuple[int, dict[str, str]]:
    version, _, status = stream.line().partition(" ")
    if not version.startswith("HTTP/"):
        raise ValueError(f"not HTTP: {version!r}")
    code, headers = int(status[:3]), dict[str, str]()
    while line := stream.line():
        name, _, value = line.partition(":")
        name, value = name.lower(), value.strip(" \t")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return code, headers


def _body(stream: _Stream, status: int, headers: dict[str, str]) -> bytes:
    if status in (204, 304):
        return b""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        return b"".join(_chunks(stream))
    if "content-length" in headers and "transfer-encoding" not in headers:
        return stream.take(int(headers["content-length"]))
    return stream.rest()


def _chunks(stream: _Stream) -> Iterator[bytes]:
    while size := int(stream.line().partition(";")[0], 16):  # what stands behind a semicolon is an extension
        yield stream.take(size)
        stream.line()
