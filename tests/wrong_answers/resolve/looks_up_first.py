"""Looks the host up before it looks at the port.

check: test_port_is_looked_at_first
words: looked up before the port was looked at: web.test
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    rows = socket.getaddrinfo(host, None if host else 0, type=socket.SOCK_STREAM)
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
