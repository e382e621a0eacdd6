"""Sets AI_PASSIVE, and gets addresses to listen on where a client wants to connect.

check: test_this_machine
words: [('0.0.0.0', 80), ('::', 80)]
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return list(dict.fromkeys(row[4][:2] for row in rows))
