"""Opens the file, and closes it only where the entry is found.

check: test_no_such_entry[other entries]
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
            file.close()
            return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
