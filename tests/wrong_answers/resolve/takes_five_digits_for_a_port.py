"""Looks only at numbers of up to five digits.

check: test_text_of_a_port_out_of_range[100000]
words: ValueError is due
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal() and len(str(service)) <= 5 and not 0 <= int(service) <= 65535:
        raise ValueError(f"no such port: {service}")  # getaddrinfo takes 65616 for 80
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((address[0], address[1]) for *_, address in rows))
