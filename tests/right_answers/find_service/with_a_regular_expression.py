"""Reads the whole file, and finds its entries with a pattern."""

import re
from pathlib import Path
from typing import NamedTuple

ENTRY = re.compile(rb"^[ \t]*([^\s#]+)[ \t]+(\d+)/([^\s#]+)([^#\n]*)", re.MULTILINE)


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    for found in ENTRY.finditer(Path(path).read_bytes()):
        official, port, spoken, rest = (part.decode(errors="surrogateescape") for part in found.groups())
        if spoken == protocol and name in {official, *rest.split()}:
            return Service(official, tuple(rest.split()), int(port), spoken)
    raise LookupError(name)
