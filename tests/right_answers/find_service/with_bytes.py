"""Works on bytes, read with the calls of the system, to the end."""

import os
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    file = os.open(path, os.O_RDONLY)
    try:
        content = b""
        while chunk := os.read(file, 7):
            content += chunk
    finally:
        os.close(file)
    wanted, spoken = os.fsencode(name), os.fsencode(protocol)
    for line in content.split(b"\n"):
        match line[: line.find(b"#") % (len(line) + 1)].split():
            case [official, place, *aliases] if place.endswith(b"/" + spoken) and wanted in [official, *aliases]:
                text = [alias.decode() for alias in aliases]
                return Service(official.decode(), tuple(text), int(place[: place.index(b"/")]), protocol)
    raise KeyError(name)
