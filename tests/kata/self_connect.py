"""Brings about the connection of a socket to itself, which else happens once in many scans."""

import _socket
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from peers.streams import family


@pytest.fixture(params=["ipv4", "ipv6"])
def address_of_the_caller(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """A host and port at which nobody listens, and whose first caller is given them as its own address as well.

    The kernel may do so by itself with a port of the range that it takes from (ip(7), ip_local_port_range).
    """
    host = request.getfixturevalue("ipv6") if request.param == "ipv6" else "127.0.0.1"
    with socket.socket(family(host), socket.SOCK_STREAM) as holder:
        share(holder)
        holder.bind((host, 0))
        target = holder.getsockname()
        callers = iter([target])
        for method in ("connect", "connect_ex"):
            monkeypatch.setattr(
                socket.socket, method, _from_the_same_port(getattr(socket.socket, method), target, callers)
            )
        yield host, target[1]


def share(sock: socket.socket) -> None:
    """Let another socket that allows it too be bound to the same port."""
    for option in (socket.SO_REUSEADDR, socket.SO_REUSEPORT):
        _socket.socket.setsockopt(sock, socket.SOL_SOCKET, option, 1)  # the base class: not a call of the answer's


def _from_the_same_port(connect: Any, target: Any, callers: Iterator[Any]) -> Any:
    def connecting(sock: socket.socket, address: Any) -> Any:
        if address[:2] == target[:2] and sock.getsockname()[1] == 0 and next(callers, None):
            share(sock)
            _socket.socket.bind(sock, target)
        return connect(sock, address)

    return connecting
