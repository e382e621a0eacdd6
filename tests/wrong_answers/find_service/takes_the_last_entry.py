"""Puts the entries into a dict, where the last of a name is left.

check: test_first_of_two_entries
words: Service(name='cache', aliases=(), port=9002, protocol='tcp')
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    entries = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) >= 2:
                official, place, *aliases = fields
                port, _, spoken = place.partition("/")
                for known in (official, *aliases):
                    entries[known, spoken] = Service(official, tuple(aliases), int(port), spoken)
    return entries[name, protocol]
