"""Looks the service up by itself, and hands a number on."""

import socket


def resolve(host: str | None, service: str | int) -> list[tuple[str, int]]:
    try:
        port = int(service)
    except ValueError:
        try:
            port = socket.getservbyname(service, "tcp")
        except OSError:
            raise socket.gaierror(socket.EAI_SERVICE, f"unknown service {service}") from None
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICSERV)
    return list({(row[4][0], port): row for row in rows})
