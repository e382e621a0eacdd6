"""Takes `None` for the host name of this machine, which stands for other addresses.

check: test_this_machine
words: Name or service not known
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host or socket.gethostname(), service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
