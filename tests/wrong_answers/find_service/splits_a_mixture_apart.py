"""Takes many spaces for one blank, or many tabs, but not a mixture of both.

check: test_tabs_between_fields
words: aliases=('', '', 'mail')
"""

import re
from pathlib import Path
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with Path(path).open(encoding="utf-8", errors="replace") as file:
        for line in file:
            fields = re.split(r" +|\t+", line.partition("#")[0].strip())
            if len(fields) < 2:
                continue
            official, place, *aliases = fields
            port, _, spoken = place.partition("/")
            if spoken == protocol and name in (official, *aliases):
                return Service(official, tuple(aliases), int(port), spoken)
    raise LookupError(f"no service {name}/{protocol} in {path}")
