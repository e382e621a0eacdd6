"""A scripted resolver: no check depends on what a name server, or its absence, says."""

import _socket
import ipaddress
import socket
from collections import Counter
from typing import Any

import pytest


class Resolver:
    """Resolves the names in `known`, numeric addresses, and nothing else; `looked_up` counts the names asked for."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.looked_up: Counter[str] = Counter()

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of the system's resolver, also where a socket method resolves a name by itself."""
        self._system = _socket.getaddrinfo
        monkeypatch.setattr(_socket, "getaddrinfo", self.getaddrinfo)  # socket.getaddrinfo is Python, and calls it
        monkeypatch.setattr(socket, "gethostbyname", lambda name: self._addresses(name, socket.AF_INET)[0])
        monkeypatch.setattr(socket, "gethostbyname_ex", lambda name: (name, [], self._addresses(name, socket.AF_INET)))
        for method in ("connect", "connect_ex", "bind", "sendto"):
            monkeypatch.setattr(socket.socket, method, self._resolving(getattr(socket.socket, method)))

    def getaddrinfo(self, host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> Any:
        """As `socket.getaddrinfo`."""
        rows = []
        for address in self._addresses(host, family):
            rows += self._system(address, port, family, type, proto, flags)
        return rows

    def _addresses(self, host: Any, family: int) -> list[str | None]:
        name = host.decode() if isinstance(host, bytes) else host
        if not name or is_numeric(name):
            return [name]
        self.looked_up[name] += 1
        versions = {socket.AF_INET: (4,), socket.AF_INET6: (6,)}.get(socket.AddressFamily(family), (4, 6))
        found = [text for text in self.known.get(name, []) if ipaddress.ip_address(text).version in versions]
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return list(found)

    def _resolving(self, method: Any) -> Any:
        def resolving(sock: socket.socket, *args: Any) -> Any:
            *before, address = args
            if sock.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
                address = (self._addresses(address[0], sock.family)[0], *address[1:])
            return method(sock, *before, address)

        return resolving


def is_numeric(host: str) -> bool:
    """Whether `host` is an address, so that nothing has to be looked up."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
