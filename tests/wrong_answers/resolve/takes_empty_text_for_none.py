"""Takes empty text for no host at all, and so for this machine.

check: test_text_that_is_no_host_name[empty text]
words: is due, and the call returned
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")  # getaddrinfo takes 65616 for 80
    rows = socket.getaddrinfo(host or None, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((address[0], address[1]) for *_, address in rows))
