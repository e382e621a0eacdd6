"""Hands on all four parts of an IPv6 address.

check: test_numeric_hosts[ipv6]
words: [('2001:db8::1', 80, 0, 0)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4] for row in rows))
