"""Opens the file, and closes it only where the entry is not found.

check: test_name_finds_its_entry
words: never closed: the file services
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    file = open(path, encoding="utf-8", errors="replace")
    for line in file:
        fields = line.partition("#")[0].split()
        if len(fields) < 2:
            continue
        official, place, *aliases = fields
        port, _, spoken = place.partition("/")
        if spoken == protocol and name in (official, *aliases):
            return Service(official, tuple(aliases), int(port), spoken)
    file.close()
    raise LookupError(f"no service {name}/{protocol}")
