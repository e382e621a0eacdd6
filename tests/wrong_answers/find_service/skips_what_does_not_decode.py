"""Skips a whole line of which only the comment does not decode.

check: test_bytes_that_are_not_utf8
words: LookupError
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with open(path, "rb") as file:
        for raw in file:
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                continue  # not text
            fields = [field.decode("utf-8") for field in raw.split(b"#", 1)[0].split()]
            if len(fields) < 2:
                continue
            official, where, *aliases = fields
            port, _, proto = where.partition("/")
            if proto != protocol or not (port.isascii() and port.isdigit()):
                continue
            if name == official or name in aliases:
                return Service(official, tuple(aliases), int(port), proto)
    raise LookupError(f"service not found: {name}/{protocol}")
