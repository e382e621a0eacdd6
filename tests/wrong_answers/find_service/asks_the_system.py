"""Asks the system, and never looks into the file.

check: test_name_finds_its_entry
words: LookupError: no service house-brand/tcp
"""

import socket
from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    try:
        port = socket.getservbyname(name, protocol)
    except OSError:
        raise LookupError(f"no service {name}/{protocol}") from None
    return Service(name, (), port, protocol)
