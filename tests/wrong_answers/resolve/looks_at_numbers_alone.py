"""Looks at ports that are numbers, not at those that are text.

check: test_text_of_a_port_out_of_range[65536]
words: ValueError is due, and the call returned
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if isinstance(service, int) and not 0 <= service <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
