"""A blocking socket and a file over it; a timer ends the connection when the time is up."""

import socket
import threading
import time
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if not 0 <= port <= 65535 or timeout < 0 or "\r" in host + path or "\n" in host + path:
        raise ValueError("bad argument")
    deadline = time.monotonic() + timeout
    sock = connect(host, port, deadline)
    too_late = threading.Event()
    timer = threading.Timer(max(deadline - time.monotonic(), 0), give_up, (sock, too_late))
    timer.daemon = True
    timer.start()
    try:
        with sock, sock.makefile("rwb") as file:
            return ask(file, f"[{host}]" if ":" in host else host, path)
    except (EOFError, OSError):
        if too_late.is_set():
            raise TimeoutError("the server takes too long") from None
        raise
    finally:
        timer.cancel()
        timer.join()


def give_up(sock, too_late):
    too_late.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def connect(host, port, deadline):
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        try:
            sock = socket.create_connection(address[:2], left)
        except TimeoutError:
            continue
        except OSError as error:
            refused = error
            continue
        sock.settimeout(None)
        return sock
    if deadline <= time.monotonic():
        raise TimeoutError("no connection in time")
    raise refused


def ask(file, host, path):
    file.write(b"GET %s HTTP/1.1\r\nHost: %s\r\nAccept: */*\r\n\r\n" % (path.encode(), host.encode()))
    file.flush()
    while True:
        version, status, *_ = line(file).split(b" ") + [b""]
        if version not in (b"HTTP/1.0", b"HTTP/1.1") or len(status) != 3:
            raise ValueError("not HTTP")
        headers = {}
        while text := line(file):
            name, _, value = (part.strip() for part in text.decode("latin-1").partition(":"))
            name = name.lower()
            headers[name] = ", ".join([headers[name], value]) if name in headers else value
        if not 100 <= int(status) <= 199:
            return Response(int(status), headers, body(file, int(status), headers))


def line(file):
    text = file.readline()
    if not text.endswith(b"\n"):
        raise EOFError("the connection ended in a line")
    return text.rstrip(b"\r\n")


def body(file, status, headers):
    if status in (204, 304):
        return b""
    if headers.get("transfer-encoding") == "chunked":
        whole = bytearray()
        while (size := int(line(file).split(b";")[0], 16)) > 0:
            whole += exactly(file, size)
            exactly(file, 2)
        return bytes(whole)
    if "content-length" in headers:
        return exactly(file, int(headers["content-length"]))
    return file.read()


def exactly(file, size):
    data = file.read(size)
    if len(data) != size:
        raise EOFError("the connection ended in the body")
    return data
