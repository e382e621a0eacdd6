"""Writes the scope of an IPv6 address behind it.

check: test_scope_is_left_aside
words: [('fe80::7%1', 80), ('fe80::7%2', 80)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    found = {}
    for *_, (host, port, *rest) in rows:
        scope = rest[1] if rest else 0
        found[f"{host}%{scope}" if scope else host, port] = True
    return list(found)
