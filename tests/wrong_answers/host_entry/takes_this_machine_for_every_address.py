"""Takes the empty string for every address, as `bind` does.

check: test_this_machine
words: not this machine's: ['0.0.0.0']
"""

import ipaddress
import socket
from typing import NamedTuple


class HostEntry(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]


def host_entry(name: str) -> HostEntry:
    if name == "":
        return HostEntry(socket.gethostname(), (), (socket.gethostbyname(name),))
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
    return HostEntry(official, tuple(aliases), addresses)


def is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
