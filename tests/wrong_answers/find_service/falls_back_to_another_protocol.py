"""Falls back to an entry of another protocol where there is none of the one asked for.

check: test_service_of_another_protocol
words: LookupError is due, and the call returned
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    fallback = None
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if name in (official, *aliases):
                entry = Service(official, tuple(aliases), int(port), spoken)
                if spoken == protocol:
                    return entry
                fallback = fallback or entry
    if fallback:
        return fallback
    raise LookupError(f"no service {name}/{protocol}")
