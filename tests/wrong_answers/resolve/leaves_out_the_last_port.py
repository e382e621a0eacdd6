"""Counts ports with `range(65535)`, which ends before the last.

check: test_first_and_last_port
words: ValueError: no such port: 65535
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and int(service) not in range(65535):
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
