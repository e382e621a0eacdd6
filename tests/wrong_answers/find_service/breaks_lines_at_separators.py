"""Breaks lines where `splitlines` does: at a form feed and a line separator too.

check: test_bytes_that_are_not_utf8
words: port=9004, protocol='tcp'
"""

from pathlib import Path
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    for line in Path(path).read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.partition("#")[0].split()
        if len(fields) < 2:
            continue
        official, place, *aliases = fields
        port, _, spoken = place.partition("/")
        if spoken == protocol and name in (official, *aliases):
            return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol} in {path}")
