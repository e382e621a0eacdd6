"""Goes past the `socket` module to the C functions below it."""

import _socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    text = str(service)
    if text.lstrip("-").isdecimal() and not 0 <= int(text) <= 0xFFFF:
        raise ValueError(text)
    flags = _socket.NI_NUMERICHOST | _socket.NI_NUMERICSERV
    found = {}
    for row in _socket.getaddrinfo(host, text, 0, _socket.SOCK_STREAM):
        address, port = _socket.getnameinfo(row[4], flags)
        found[address.partition("%")[0], int(port)] = row
    return list(found)
