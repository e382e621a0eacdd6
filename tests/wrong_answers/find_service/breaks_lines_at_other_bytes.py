"""Reads the file as Latin-1, and breaks lines where `splitlines` does: at a byte 0x85 too.

check: test_bytes_that_are_not_utf8
words: port=9003, protocol='tcp'
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with open(path, encoding="latin-1") as file:
        lines = file.read().splitlines()
    for line in lines:
        fields = line.partition("#")[0].split()
        if len(fields) < 2:
            continue
        official, place, *aliases = fields
        port, _, spoken = place.partition("/")
        if spoken == protocol and name in (official, *aliases):
            return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
