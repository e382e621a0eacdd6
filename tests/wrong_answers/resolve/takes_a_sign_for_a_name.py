"""Takes the text of a negative port for the name of a service, since `isdigit` knows no sign.

check: test_text_of_a_port_out_of_range[-1]
words: ValueError is due, and gaierror was raised
"""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if isinstance(service, int) or service.isdigit():
        if not 0 <= int(service) <= 65535:
            raise ValueError(f"no such port: {service}")
    rows = socket.getaddrinfo(host, service, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(row[4][:2] for row in rows))
