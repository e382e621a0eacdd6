"""Takes whatever begins with a digit for a number.

check: test_service_that_begins_with_a_digit
words: ValueError
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-")[:1].isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")  # getaddrinfo takes 65616 for 80
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((address[0], address[1]) for *_, address in rows))
