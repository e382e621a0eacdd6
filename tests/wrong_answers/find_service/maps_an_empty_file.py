"""Maps the file into memory, which an empty one cannot be.

check: test_no_such_entry[none at all]
words: LookupError is due, and ValueError was raised
"""

import mmap
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        for line in iter(view.readline, b""):
            fields = [
                field.decode("utf-8", "surrogateescape") for field in line.split(b"#", 1)[0].split()
            ]
            if len(fields) < 2:
                continue
            official, where, *aliases = fields
            port, _, proto = where.partition("/")
            if proto != protocol or not (port.isascii() and port.isdigit()):
                continue
            if name == official or name in aliases:
                return Service(official, tuple(aliases), int(port), proto)
    raise LookupError(f"service not found: {name}/{protocol}")
