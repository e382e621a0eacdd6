"""Asks for no service at all where the port is 0, which needs a host.

check: test_this_machine
words: gaierror
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")  # getaddrinfo takes 65616 for 80
    rows = socket.getaddrinfo(host, service or None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((address[0], address[1]) for *_, address in rows))
