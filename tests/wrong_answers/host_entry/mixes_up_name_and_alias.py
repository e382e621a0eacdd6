"""Takes the name asked for as the official one, and the official one for an alias.

check: test_alias_leads_to_the_official_name
words: got 'www.test' where 'web.test'
"""

import ipaddress
import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    name = name or socket.gethostname()
    rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    official, aliases = rows[0][3], []
    if is_address(name):
        official, aliases, _ = socket.gethostbyaddr(name)
    else:
        try:
            _, aliases, _ = socket.gethostbyname_ex(name)
        except OSError:
            pass
    addresses = tuple(dict.fromkeys(row[4][0] for row in rows))
    if name in aliases:
        aliases = [official if alias == name else alias for alias in aliases]
        official = name
    return HostEntry(official, tuple(aliases), addresses)


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
