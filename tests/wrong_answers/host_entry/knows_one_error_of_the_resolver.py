"""Asks for each version by itself, and knows one of the errors that say there is none.

check: test_addresses_of_one_version[ipv4]
words: gaierror
"""

import ipaddress
import socket
from contextlib import suppress
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    rows = look_up(name, socket.AF_INET) + look_up(name, socket.AF_INET6)
    if not rows:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    official, aliases = rows[0][3] or name, list[str]()
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        with suppress(OSError):  # getaddrinfo knows no aliases, and gethostbyname no host without IPv4
            _, aliases, _ = socket.gethostbyname_ex(name)
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))


def look_up(name: str, family: int) -> list:
    try:
        return socket.getaddrinfo(name, None, family, socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    except socket.gaierror as error:
        if error.errno != socket.EAI_NONAME:
            raise
        return []


def is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
