"""Takes upper and lower case of a protocol for the same.

check: test_case_differs
words: port=6002, protocol='TCP'
"""

from pathlib import Path
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with Path(path).open(encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if spoken.lower() == protocol.lower() and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol} in {path}")
