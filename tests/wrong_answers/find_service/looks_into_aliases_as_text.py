"""Looks for the name in the text of the aliases, and finds it as a part of others.

check: test_name_is_the_whole_word
words: Service(name='origin', aliases=('old-http',), port=8081, protocol='tcp')
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
            if spoken == protocol and (name == official or name in " ".join(aliases)):
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
