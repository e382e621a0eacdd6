"""Looks for names in the whole file, and for aliases only then.

check: test_first_match_may_be_an_alias
words: Service(name='cache', aliases=(), port=9002, protocol='tcp')
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    entries = []
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) >= 2 and fields[1].endswith(f"/{protocol}"):
                entries.append(Service(fields[0], tuple(fields[2:]), int(fields[1].split("/")[0]), protocol))
    for entry in entries:
        if entry.name == name:
            return entry
    for entry in entries:
        if name in entry.aliases:
            return entry
    raise LookupError(f"no service {name}/{protocol}")
