"""Puts the IPv6 addresses first, because they are the modern ones.

check: test_every_address_in_the_order_of_the_system
words: [('2001:db8::7', 443), ('192.0.2.9', 443), ('192.0.2.5', 443)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    pairs = dict.fromkeys(row[4][:2] for row in rows)
    return sorted(pairs, key=lambda pair: ":" not in pair[0])
