"""Returns the keys of a dict, which are no list.

check: test_each_address_once
words: dict_keys
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return dict.fromkeys(row[4][:2] for row in rows).keys()
