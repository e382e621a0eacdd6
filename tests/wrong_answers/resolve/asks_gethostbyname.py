"""Asks `gethostbyname`, which knows one IPv4 address of a host and no more.

check: test_every_address_in_the_order_of_the_system
words: [('192.0.2.9', 443)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if service == "https":
        service = 443
    if not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    return [(socket.gethostbyname(host or "localhost"), int(service))]
