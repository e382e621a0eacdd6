"""Takes the first row of `getaddrinfo` for all there is.

check: test_every_address_in_the_order_of_the_system
words: [('192.0.2.9', 443)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    family, kind, proto, canonname, address = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)[0]
    return [address[:2]]
