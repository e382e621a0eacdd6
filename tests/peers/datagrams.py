"""The role on UDP: a server scripted by the number of the datagram that comes in, so that loss, repeats, lateness and
strangers are never a matter of chance."""

import select
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from peers.diary import BrokenStep, Life
from peers.streams import family

LARGEST = 65_535


@dataclass
class Exchange:
    """The datagram that came last, and the means to answer it."""

    sock: socket.socket
    client: tuple[str, int]
    life: Life


class Turn(Protocol):
    """What a grading test lists to be done about a datagram."""

    def run(self, exchange: Exchange) -> None:
        """Do it, or raise `BrokenStep`."""


@dataclass(frozen=True)
class Reply:
    """Send `data` back."""

    data: bytes

    def run(self, exchange: Exchange) -> None:
        exchange.life.diary.note("send", self.data)
        exchange.sock.sendto(self.data, exchange.client)


@dataclass(frozen=True)
class Stranger:
    """Send `data` from another address: another port, or `host` and the same port."""

    data: bytes
    host: str | None = None

    def run(self, exchange: Exchange) -> None:
        with socket.socket(exchange.sock.family, socket.SOCK_DGRAM) as stranger:
            own_host, own_port = exchange.sock.getsockname()[:2]
            stranger.bind((self.host, own_port) if self.host else (own_host, 0))
            exchange.life.diary.note("send from {}:{}".format(*stranger.getsockname()[:2]), self.data)
            with suppress(ConnectionRefusedError):
                stranger.sendto(self.data, exchange.client)


@dataclass(frozen=True)
class Pause:
    """Be silent for `seconds`; a datagram that comes meanwhile breaks the turn."""

    seconds: float

    def run(self, exchange: Exchange) -> None:
        exchange.life.diary.note(f"silent for {self.seconds:g} s")
        if exchange.life.wait(exchange.sock, select.POLLIN, self.seconds):
            data = exchange.sock.recvfrom(LARGEST)[0]
            exchange.life.diary.note("recv", data)
            raise BrokenStep("a datagram came before the one before it was answered or given up", None, data)


@dataclass(frozen=True)
class Drip:
    """Send `data` again and again, `every` so many seconds, for `seconds`; as a `stranger`, each time another one."""

    data: bytes
    every: float
    seconds: float
    stranger: bool = False

    def run(self, exchange: Exchange) -> None:
        send = Stranger(self.data) if self.stranger else Reply(self.data)
        end = time.monotonic() + self.seconds
        while time.monotonic() < end:
            send.run(exchange)
            exchange.life.wait(None, 0, self.every)


@dataclass(frozen=True)
class Datagrams:
    """Answers its n-th datagram by the n-th of `turns`, later ones not at all."""

    turns: tuple[Sequence[Turn], ...]
    host: str = "127.0.0.1"
    name: str = "server"

    def run(self, life: Life) -> None:
        sock = life.hold(socket.socket(family(self.host), socket.SOCK_DGRAM))
        sock.bind((self.host, 0))
        sock.setblocking(False)
        life.ready(sock.getsockname()[:2])
        turns = iter(self.turns)
        try:
            while True:
                life.wait(sock, select.POLLIN)
                self._receive(sock, life, next(turns, ()))
        except BrokenStep as broken:
            life.diary.give_up(broken)
        finally:
            self._drain(sock, life)

    def _receive(self, sock: socket.socket, life: Life, turn: Sequence[Turn]) -> None:
        try:
            data, client = sock.recvfrom(LARGEST)
        except (BlockingIOError, ConnectionRefusedError):
            return
        life.diary.note("recv", data)
        life.diary.received.append(data)
        for action in turn:
            action.run(Exchange(sock, client, life))

    def _drain(self, sock: socket.socket, life: Life) -> None:
        """Loopback delivers at once: what was sent before the server was told to stop lies in its queue."""
        with suppress(BlockingIOError):
            while True:
                data = sock.recv(LARGEST)
                life.diary.note("recv", data)
                life.diary.received.append(data)
