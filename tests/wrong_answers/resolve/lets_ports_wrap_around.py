"""Looks at no port: `getaddrinfo` takes 65616 for 80.

check: test_port_out_of_range[65536]
words: ValueError is due, and the call returned
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
