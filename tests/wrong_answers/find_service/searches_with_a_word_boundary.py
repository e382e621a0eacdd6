"""Searches the line for the word, and takes a hyphen for its end.

check: test_name_is_the_whole_word
words: Service(name='http-alt', aliases=('webcache',), port=8080, protocol='tcp')
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
            entry = line.partition("#")[0]
            if re.search(rf"\b{re.escape(name)}\b", entry) and re.search(rf"/{protocol}\b", entry):
                official, place, *aliases = entry.split()
                return Service(official, tuple(aliases), int(place.partition("/")[0]), protocol)
    raise LookupError(f"no service {name}/{protocol}")
