"""Maps the file into memory, and reads it from there."""

import mmap
import os
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str | None = None) -> Service:
    path = path or "/etc/services"
    if os.path.getsize(path) == 0:  # what is empty cannot be mapped
        raise LookupError(f"{name}/{protocol}")
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
        for line in iter(memory.readline, b""):
            fields = line.split(b"#")[0].decode("ascii", "replace").split()
            if fields and fields[1].partition("/")[2] == protocol and name in fields[:1] + fields[2:]:
                return Service(fields[0], tuple(fields[2:]), int(fields[1].partition("/")[0]), protocol)
    raise LookupError(f"{name}/{protocol}")
