"""Takes the words of a comment for aliases.

check: test_words_of_a_comment_are_no_aliases
words: aliases=('webcache', '#', 'instead', 'of', 'www')
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
            fields = [] if line.startswith("#") else line.split()
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if spoken == protocol and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol}")
