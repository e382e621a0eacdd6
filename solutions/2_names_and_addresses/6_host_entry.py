"""Ask the system for all that it knows of a host.

The surprise: names and addresses are two directories, not one. Forward, a name has many addresses; backward, an address
leads to the one name that its owner wrote there, another one, or none.

    "www.example.com"  ──▶  HostEntry("web.example.com", ("www.example.com",), ("192.0.2.7", "2001:db8::7"))
    "192.0.2.7"        ──▶  HostEntry("web.example.com", ("www.example.com",), ("192.0.2.7",))

Return the official name, the aliases and the addresses of `name`, which may be a name, an alias, an IPv4 or IPv6
address, or the empty string for this machine.
- `addresses` has IPv4 and IPv6, each once; asked by address, at least that one. Both collections are tuples of `str`.
- A host may have addresses of one version only, and need not be found backward.
- An unknown name, or an address without a name: `socket.gaierror` or `socket.herror`.

The check scripts the system. By hand: run this file with a name behind its own, and compare with
`getent ahosts NAME`, `getent hosts ADDRESS`, `cat /etc/hosts`.
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
    return HostEntry(official, tuple(aliases), tuple(dict.fromkeys(str(row[4][0]) for row in rows)))


def is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


if __name__ == "__main__":
    import sys

    print(host_entry(sys.argv[1] if sys.argv[1:] else ""))
