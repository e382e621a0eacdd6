"""Leaves out comments at the beginning of a line, and finds by the words of others.

check: test_nothing_is_found_in_a_comment
words: LookupError is due, and the call returned
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
            if line.startswith("#") or name not in line.split():
                continue
            official, place, *aliases = line.partition("#")[0].split()
            port, _, spoken = place.partition("/")
            if spoken == protocol:
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
