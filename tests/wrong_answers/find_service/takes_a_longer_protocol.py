"""Looks for the protocol anywhere in the field: `udp` is in `udplite` too.

check: test_protocol_is_the_whole_word
words: Service(name='video', aliases=(), port=9001, protocol='udp')
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
            if f"/{protocol}" in place and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), protocol)
    raise LookupError(f"no service {name}/{protocol}")
