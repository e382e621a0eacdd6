"""Has `htons` look at the port, which raises another error for one out of range.

check: test_port_out_of_range[65536]
words: ValueError is due, and OverflowError was raised
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if str(service).removeprefix("-").isdecimal():
        socket.htons(int(service))
        rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(row[4][:2] for row in rows))
