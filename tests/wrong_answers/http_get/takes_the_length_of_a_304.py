"""Takes the length that a 304 tells for that of a body to come.

check: test_answers_without_a_body[304 with a length]
words: TimeoutError: timed out
"""

import re
import socket
import time
from typing import NamedTuple

STATUS = re.compile(rb"HTTP/[0-9](?:\.[0-9])? ([0-9]{3})(?: .*)?", re.DOTALL)
HEX = re.compile(rb"[0-9A-Fa-f]+")
MAX_LINE = 1 << 18


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Feed:
    """What has arrived and was not used; its methods are generators that `yield` when they need another packet."""

    def __init__(self):
        self.data = bytearray()
        self.ended = False

    def more(self):
        packet = yield
        if packet:
            self.data += packet
        else:
            self.ended = True
        return bool(packet)

    def line(self):
        seen = 0
        while True:
            end = self.data.find(b"\n", seen)
            if end >= 0:
                break
            seen = len(self.data)
            if seen > MAX_LINE:
                raise ValueError("line too long")
            if not (yield from self.more()):
                raise EOFError("the stream ended inside a line")
        line = bytes(self.data[:end])
        del self.data[:end + 1]
        return line.removesuffix(b"\r")

    def exactly(self, count):
        while len(self.data) < count:
            if not (yield from self.more()):
                raise EOFError("body cut short")
        block = bytes(self.data[:count])
        del self.data[:count]
        return block

    def rest(self):
        while (yield from self.more()):
            pass
        return bytes(self.data)


def protocol():
    feed = Feed()
    while True:
        while True:
            if not b"HTTP/".startswith(bytes(feed.data[:5])):
                raise ValueError("not HTTP")
            if len(feed.data) >= 5:
                break
            if not (yield from feed.more()):
                raise EOFError("no answer")
        match = STATUS.fullmatch((yield from feed.line()))
        if match is None:
            raise ValueError("not an HTTP status line")
        status = int(match[1])

        fields = []
        while line := (yield from feed.line()):
            if line[:1] in (b" ", b"\t"):
                if not fields:
                    raise ValueError("continuation of nothing")
                fields[-1][1] = (fields[-1][1] + " " + line.decode("latin-1").strip(" \t")).strip()
                continue
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon:
                raise ValueError("header without a colon")
            fields.append([name.strip().lower(), value.strip(" \t")])
        headers = {}
        for name, value in fields:
            headers[name] = headers[name] + ", " + value if name in headers else value

        if status // 100 != 1:
            break

    if status == 204 or status == 304 and "content-length" not in headers:
        body = b""
    elif "transfer-encoding" in headers:
        if headers["transfer-encoding"].lower().split(",")[-1].strip() == "chunked":
            pieces = []
            while True:
                size = (yield from feed.line()).partition(b";")[0].strip()
                if not HEX.fullmatch(size):
                    raise ValueError("bad chunk size")
                if not (count := int(size, 16)):
                    break
                pieces.append((yield from feed.exactly(count)))
                if (yield from feed.line()):
                    raise ValueError("a chunk longer than its size")
            while (yield from feed.line()):
                pass
            body = b"".join(pieces)
        else:
            body = yield from feed.rest()
    elif "content-length" in headers:
        lengths = {part.strip() for part in headers["content-length"].split(",")}
        text = lengths.pop()
        if lengths or not (text.isascii() and text.isdigit()):
            raise ValueError("bad Content-Length")
        body = yield from feed.exactly(int(text))
    else:
        body = yield from feed.rest()
    return Response(status, headers, body)


def build(host, port, path):
    name = host.partition("%")[0]
    if not name.isascii():
        name = name.encode("idna").decode("ascii")
    if ":" in name:
        name = f"[{name}]"
    target = "".join(chr(b) if 0x21 <= b <= 0x7E else f"%{b:02X}" for b in path.encode()) or "/"
    return (f"GET {target} HTTP/1.1\r\nHost: {name}:{port}\r\n"
            "Accept: */*\r\nConnection: close\r\n\r\n").encode("ascii")


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    if not 0 <= port <= 65535:
        raise ValueError("port out of range")
    if not timeout >= 0:
        raise ValueError("negative timeout")
    if any(c in text for text in (host, path) for c in "\r\n"):
        raise ValueError("line break")
    deadline = time.monotonic() + timeout

    def left():
        seconds = deadline - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("timed out")
        return seconds

    request = build(host, port, path)
    problem = None
    for family, kind, proto, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        seconds = left()
        try:
            sock = socket.socket(family, kind, proto)
        except OSError as error:
            problem = error
            continue
        with sock:
            try:
                sock.settimeout(seconds)
                sock.connect(address)
            except OSError as error:
                problem = error
                continue
            try:
                sock.settimeout(left())
                sock.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass    # it may have answered all the same
            machine = protocol()
            next(machine)
            while True:
                sock.settimeout(left())
                try:
                    packet = sock.recv(1 << 16)
                except ConnectionResetError as error:
                    raise EOFError("the server reset the connection") from error
                try:
                    machine.send(packet)
                except StopIteration as done:
                    return done.value
    raise problem or OSError("no address")
