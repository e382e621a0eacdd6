"""Answers a second time from a cache, so it never hears that a host has moved.

check: test_asked_again
words: where [('192.0.2.10', 80)] is expected
"""

import socket
from functools import cache


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    return list(look_up(host, service))


@cache
def look_up(host: str | None, service: str | int) -> list[tuple[str, int]]:
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((address[0], address[1]) for *_, address in rows))
