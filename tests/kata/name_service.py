"""What the system knows of hosts and services, scripted: no check depends on the files or name servers of a machine.

It takes the place of the C functions that Python asks the system with. So every way to ask finds the same: old and new
functions, under whatever name they were imported, asyncio's, `getfqdn`, and the methods of a socket that is handed a
name. It has to be there before the answer is loaded.
"""

import _socket
import socket
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

TCP, UDP = "tcp", "udp"
KINDS = (socket.SOCK_STREAM, socket.IPPROTO_TCP, TCP), (socket.SOCK_DGRAM, socket.IPPROTO_UDP, UDP)

OTHERS = "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo", "getservbyname", "getservbyport"


@dataclass(frozen=True)
class Host:
    """One host by its official name; the addresses of a `nameless` one do not lead back to it."""

    name: str
    addresses: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    nameless: bool = False


class NameService:
    """Knows `hosts`, `services`, numeric addresses and ports, and nothing else; `asked` are the names looked up."""

    def __init__(self, hosts: Iterable[Host] = (), services: dict[tuple[str, str], int] | None = None) -> None:
        self.hosts, self.services = list(hosts), services or {}
        self.asked: list[str] = []

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of the system's, for the whole process."""
        self._getaddrinfo, self._getnameinfo = _socket.getaddrinfo, _socket.getnameinfo
        monkeypatch.setattr(_socket, "getaddrinfo", self.getaddrinfo)  # socket.getaddrinfo is Python, and calls it
        for name in OTHERS:
            for module in (_socket, socket):
                monkeypatch.setattr(module, name, getattr(self, name))
        for method in ("connect", "connect_ex", "bind", "sendto"):
            monkeypatch.setattr(socket.socket, method, self._resolving(getattr(socket.socket, method)))

    def getaddrinfo(
        self, host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> list[tuple[int, int, int, str, tuple[Any, ...]]]:
        """As getaddrinfo(3): a row for each address and each kind of socket, repeats too, in the script's order."""
        by_name = port is not None and not is_number(port)
        if (host is None and port is None) or (by_name and flags & socket.AI_NUMERICSERV):
            raise not_found(socket.EAI_NONAME)
        if host is None and flags & socket.AI_CANONNAME:
            raise socket.gaierror(socket.EAI_BADFLAGS, "Bad value for ai_flags")
        kinds = list(self._kinds(port, type, proto))
        official, addresses = self._addresses(host, flags)
        wanted = [text for text in addresses if family in (0, family_of(text))]
        if not kinds or not wanted:
            raise not_found(getattr(socket, "EAI_NODATA", socket.EAI_NONAME) if kinds else socket.EAI_SERVICE)
        rows = [
            row
            for address in wanted
            for kind, protocol, number in kinds
            for row in self._getaddrinfo(address, number, family, kind, protocol, socket.AI_NUMERICHOST)
        ]
        canonical = official if flags & socket.AI_CANONNAME else ""
        return [(*row[:3], "" if place else canonical, row[4]) for place, row in enumerate(rows)]

    def gethostbyname(self, name: Any) -> str:
        """As gethostbyname(3), which knows IPv4 alone: the first address."""
        return str(self.getaddrinfo(name, None, socket.AF_INET)[0][4][0]) if name else "0.0.0.0"

    def gethostbyname_ex(self, name: Any) -> tuple[str, list[str], list[str]]:
        """The whole hostent of gethostbyname(3)."""
        if not name:
            raise socket.herror(3, "Unknown server error")
        rows = self.getaddrinfo(name, None, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_CANONNAME)
        host = None if self._is_numeric(name) else self._host_named(text_of(name))
        return rows[0][3], list(host.aliases) if host else [], [str(row[4][0]) for row in rows]

    def gethostbyaddr(self, name: Any) -> tuple[str, list[str], list[str]]:
        """As gethostbyaddr(3), after Python has looked a name up: its first address is what is asked for."""
        if not name:
            raise OSError("wildcard resolved to multiple address")
        address = str(self.getaddrinfo(name, None)[0][4][0])
        host = self._host_at(address)
        if host is None:
            raise socket.herror(1, "Unknown host")
        return host.name, list(host.aliases), [address]

    def getnameinfo(self, sockaddr: Any, flags: int) -> tuple[str, str]:
        """As getnameinfo(3)."""
        numeric = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
        address, port = self._getnameinfo(sockaddr, numeric)
        host = None if flags & socket.NI_NUMERICHOST else self._host_at(address)
        if host is None and flags & socket.NI_NAMEREQD:
            raise not_found(socket.EAI_NONAME)
        protocol = UDP if flags & socket.NI_DGRAM else TCP
        names = [name for (name, spoken), number in self.services.items() if (spoken, number) == (protocol, int(port))]
        return host.name if host else address, port if flags & socket.NI_NUMERICSERV else (*names, port)[0]

    def getservbyname(self, name: str, protocol: str | None = None, /) -> int:
        """As getservbyname(3)."""
        for (known, spoken), port in self.services.items():
            if known == name and protocol in (None, spoken):
                return port
        raise OSError("service/proto not found")

    def getservbyport(self, port: int, protocol: str | None = None, /) -> str:
        """As getservbyport(3)."""
        for (name, spoken), known in self.services.items():
            if known == port and protocol in (None, spoken):
                return name
        raise OSError("port/proto not found")

    def _resolving(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def resolving(sock: socket.socket, *args: Any) -> Any:
            *before, address = args
            if sock.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
                host, *rest = address
                if host and isinstance(host, (str, bytes)) and not self._is_numeric(host):
                    address = (self.getaddrinfo(host, None, sock.family)[0][4][0], *rest)
            return method(sock, *before, address)

        return resolving

    def _kinds(self, port: Any, type: int, proto: int) -> Iterator[tuple[int, int, Any]]:
        """The kinds of socket, each with its protocol and port, that there are rows for."""
        if port is None or is_number(port):
            yield type, proto, port
            return
        name = port.decode() if isinstance(port, bytes) else port
        for kind, protocol, spoken in KINDS:
            if type in (0, kind) and proto in (0, protocol) and (name, spoken) in self.services:
                yield kind, protocol, self.services[name, spoken]

    def _addresses(self, host: Any, flags: int) -> tuple[str, tuple[str, ...]]:
        """The official name and the addresses of what the answer asks for."""
        if host is None:
            return "", ("0.0.0.0", "::") if flags & socket.AI_PASSIVE else ("::1", "127.0.0.1")
        if self._is_numeric(host):
            return text_of(host), (text_of(host),)
        if flags & socket.AI_NUMERICHOST:
            raise not_found(socket.EAI_NONAME)
        self.asked.append(text_of(host))
        found = self._host_named(text_of(host))
        if found is None:
            raise not_found(socket.EAI_NONAME)
        return found.name, found.addresses

    def _is_numeric(self, host: Any) -> bool:
        try:
            return bool(self._getaddrinfo(host, None, 0, 0, 0, socket.AI_NUMERICHOST))
        except socket.gaierror:
            return False

    def _host_named(self, name: str) -> Host | None:
        wanted = name.lower().removesuffix(".")
        return next((host for host in self.hosts if wanted in (host.name.lower(), *map(str.lower, host.aliases))), None)

    def _host_at(self, address: str) -> Host | None:
        self.asked.append(address)
        return next((host for host in self.hosts if address in host.addresses and not host.nameless), None)


def family_of(address: str) -> int:
    """The address family of a numeric address."""
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def text_of(name: Any) -> str:
    """A name as `str`, encoded as Python does it; what cannot be a host name is a `UnicodeError`."""
    return bytes(name).decode() if isinstance(name, (bytes, bytearray)) else str(name.encode("idna"), "ascii")


def is_number(port: Any) -> bool:
    """Whether `port` is a number, or its text."""
    try:
        int(port)
    except (TypeError, ValueError):
        return False
    return True


def not_found(error: int) -> socket.gaierror:
    """What getaddrinfo(3) says of a name or a service that it does not know."""
    says = {
        socket.EAI_NONAME: "Name or service not known",
        socket.EAI_SERVICE: "Servname not supported for ai_socktype",
    }
    return socket.gaierror(error, says.get(error, "No address associated with hostname"))
