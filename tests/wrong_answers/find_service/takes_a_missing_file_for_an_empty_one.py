"""Takes a missing file for an empty one.

check: test_no_such_file
words: FileNotFoundError is due, and LookupError was raised
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.readlines()
    except FileNotFoundError:
        lines = []
    for line in lines:
        fields = line.partition("#")[0].split()
        if len(fields) < 2:
            continue
        official, place, *aliases = fields
        port, _, spoken = place.partition("/")
        if spoken == protocol and name in (official, *aliases):
            return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
