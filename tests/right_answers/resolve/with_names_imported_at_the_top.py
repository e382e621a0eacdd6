"""Imports the function by its name, when the file is loaded."""

from socket import IPPROTO_TCP, getaddrinfo


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    if isinstance(service, str) and service.lstrip("+-").isdigit():
        service = int(service)
    if isinstance(service, int) and not 0 <= service < 1 << 16:
        raise ValueError("ports are 0 to 65535")
    pairs = {}
    for row in getaddrinfo(host, service, proto=IPPROTO_TCP):
        pairs.setdefault(tuple(row[4][:2]), None)
    return [*pairs]
