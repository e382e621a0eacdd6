"""Asks for the IPv4 addresses, then for those of IPv6, in an order of its own.

check: test_every_address_in_the_order_of_the_system
words: [('192.0.2.9', 443), ('192.0.2.5', 443), ('2001:db8::7', 443)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    found = []
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            found += socket.getaddrinfo(host, service, family, socket.SOCK_STREAM)
        except socket.gaierror as error:
            missing = error
    if not found:
        raise missing
    return list(dict.fromkeys(row[4][:2] for row in found))
