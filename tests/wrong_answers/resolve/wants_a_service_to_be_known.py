"""Looks the service up by itself, and lets through that function's error.

check: test_unknown_service
words: gaierror is due, and OSError was raised
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    try:
        port = int(service)
    except ValueError:
        port = socket.getservbyname(service, "tcp")
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
