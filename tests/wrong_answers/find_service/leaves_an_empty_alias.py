"""Splits what stands before a comment with a pattern, and gets an empty field at its end.

check: test_words_of_a_comment_are_no_aliases
words: aliases=('webcache', '')
"""

import re
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = re.split(r"\s+", line.rstrip().partition("#")[0])
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if spoken == protocol and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
