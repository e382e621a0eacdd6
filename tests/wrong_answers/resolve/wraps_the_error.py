"""Wraps the resolver's error into one of its own.

check: test_unknown_host
words: gaierror is due, and ConnectionError was raised
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    try:
        rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_SERVICE:
            raise
        raise ConnectionError(f"cannot resolve {host}") from error
    return list(dict.fromkeys(row[4][:2] for row in rows))
