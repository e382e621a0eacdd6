"""Asks for no kind of socket, and throws away what is not for TCP."""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    try:
        number = int(service)
    except ValueError:
        number = 0
    if number < 0 or number > 65535:
        raise ValueError(f"no such port: {number}")
    rows = [row for row in socket.getaddrinfo(host, service) if row[1] == socket.SOCK_STREAM]
    if not rows:
        raise socket.gaierror(socket.EAI_SERVICE, "not a service of TCP")
    pairs = [(row[4][0], row[4][1]) for row in rows]
    return [pair for index, pair in enumerate(pairs) if pair not in pairs[:index]]
