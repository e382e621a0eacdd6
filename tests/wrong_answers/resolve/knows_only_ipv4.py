"""Asks for IPv4 addresses alone.

check: test_numeric_hosts[ipv6]
words: No address associated with hostname
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, socket.AF_INET, socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
