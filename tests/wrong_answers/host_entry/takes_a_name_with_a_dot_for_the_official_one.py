"""Takes the first name with a dot in it for the official one, as getfqdn does.

check: test_official_name_without_a_dot
words: got 'short.test' where 'short' is expected
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
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    official, aliases = rows[0][3] or name, list[str]()
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        with suppress(OSError):  # getaddrinfo knows no aliases, and gethostbyname no host without IPv4
            _, aliases, _ = socket.gethostbyname_ex(name)
    official = next((each for each in [official, *aliases] if "." in each), official)
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))


def is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
