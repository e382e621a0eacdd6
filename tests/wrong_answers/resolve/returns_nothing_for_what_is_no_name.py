"""Returns an empty list for text that cannot be a host name.

check: test_text_that_is_no_host_name[empty part]
words: gaierror or UnicodeError is due, and the call returned
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    try:
        rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    except UnicodeError:
        return []
    return list(dict.fromkeys(row[4][:2] for row in rows))
