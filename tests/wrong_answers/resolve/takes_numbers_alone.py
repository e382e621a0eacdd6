"""Takes the service for a number, which a name is not.

check: test_ways_to_name_a_service[name]
words: ValueError: invalid literal for int()
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    port = int(service)
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
