"""Answers a second time from a cache, whatever the file says by then.

check: test_asked_again
words: port=9001, protocol='tcp'
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


@cache
def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with Path(path).open(encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if spoken == protocol and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol} in {path}")
