"""Drops the bytes that are not UTF-8, and so reads another name.

check: test_bytes_that_are_not_utf8
words: is expected
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    with open(path, encoding="utf-8", errors="ignore", newline="\n") as file:
        for line in file:
            fields = line.partition("#")[0].split()
            if len(fields) >= 2 and fields[1].endswith(f"/{protocol}") and name in (fields[0], *fields[2:]):
                return Service(fields[0], tuple(fields[2:]), int(fields[1].split("/")[0]), protocol)
    raise LookupError(f"no service {name}/{protocol} in {path}")
