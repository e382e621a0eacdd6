"""Leaves an address twice in the list when the system has it twice.

check: test_each_address_once
words: [('192.0.2.4', 80), ('2001:db8::4', 80), ('192.0.2.4', 80)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return [row[4][:2] for row in rows]
