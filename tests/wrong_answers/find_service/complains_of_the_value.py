"""Takes a name that is not in the file for a bad argument.

check: test_no_such_entry[other entries]
words: LookupError is due, and ValueError was raised
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if spoken == protocol and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), spoken)
    raise ValueError(f"no service {name}/{protocol}")
