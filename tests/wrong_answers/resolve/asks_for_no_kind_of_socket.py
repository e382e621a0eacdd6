"""Asks for no kind of socket, and says each address three times: for TCP, for UDP, and raw.

check: test_numeric_hosts[ipv4]
words: [('192.0.2.7', 80), ('192.0.2.7', 80), ('192.0.2.7', 80)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    return [row[4][:2] for row in socket.getaddrinfo(host, service)]
