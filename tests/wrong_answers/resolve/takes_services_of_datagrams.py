"""Asks for no kind of socket and throws repeats away: services of UDP slip in.

check: test_service_that_only_udp_knows
words: gaierror is due, and the call returned
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service)
    return list(dict.fromkeys(row[4][:2] for row in rows))
