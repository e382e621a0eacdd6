"""Returns the service as it was given, a text, where the port is due.

check: test_ways_to_name_a_service[text]
words: [('192.0.2.7', '80')]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((row[4][0], service) for row in rows))
