"""Decodes bit by bit, and drops the character that the stream's end has cut.

check: test_not_utf8[a character cut by the end of the stream]
words: UnicodeDecodeError is due, and the call returned
"""

import codecs
import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield within(limit, line.removesuffix(b"\r")).decode()
        within(limit, rest.removesuffix(b"\r"))
    if last := codecs.getincrementaldecoder("utf-8")().decode(within(limit, rest)):
        yield last


def within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line
