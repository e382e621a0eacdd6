"""Ports that only are in a state: closed and sure to stay so, silent, or with a crowd of clients waiting at them."""

import select
import socket
import struct
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from peers.diary import PATIENCE, Life
from peers.streams import family

SYN_SENT = b"02"
"""The state of a TCP socket that waits to be connected, in /proc/net/tcp."""

PENDING = 0.05
"""Seconds after which a connection on loopback is taken to stay pending: others stand in microseconds."""


@dataclass(frozen=True)
class Closed:
    """`count` TCP ports where nobody listens and that nobody else can take: each is the local end of a connection."""

    count: int = 1
    host: str = "127.0.0.1"
    name: str = "closed port"

    def run(self, life: Life) -> None:
        listener = life.hold(socket.socket(family(self.host), socket.SOCK_STREAM))
        listener.bind((self.host, 0))
        listener.listen(self.count)
        ports = []
        for _ in range(self.count):
            sock = life.hold(socket.socket(family(self.host), socket.SOCK_STREAM))
            sock.bind((self.host, 0))
            sock.connect(listener.getsockname())
            ports.append(sock.getsockname()[1])
        life.ready((self.host, ports))
        life.wait(None, 0, None)


@dataclass(frozen=True)
class ClosedUdp:
    """A UDP port that answers nobody and has the kernel say so: its socket is connected to itself."""

    host: str = "127.0.0.1"
    name: str = "closed port"

    def run(self, life: Life) -> None:
        sock = life.hold(socket.socket(family(self.host), socket.SOCK_DGRAM))
        sock.bind((self.host, 0))
        sock.connect(sock.getsockname())
        life.ready(sock.getsockname()[:2])
        life.wait(None, 0, None)


@dataclass(frozen=True)
class Silent:
    """`count` TCP ports that answer nothing at all, as behind a firewall: listeners whose queue is full (listen(2)).

    They come in the order of their numbers, and after them `open_above` ports that are open and have greater numbers.
    """

    count: int = 1
    open_above: int = 0
    host: str = "127.0.0.1"
    name: str = "silent port"

    def run(self, life: Life) -> None:
        total = self.count + self.open_above
        listeners = [life.hold(socket.socket(family(self.host), socket.SOCK_STREAM)) for _ in range(total)]
        for listener in listeners:
            listener.bind((self.host, 0))
            listener.listen(0)
        listeners.sort(key=lambda listener: int(listener.getsockname()[1]))
        fill(listeners[: self.count], life)
        life.ready((self.host, [listener.getsockname()[1] for listener in listeners]))
        life.wait(None, 0, None)


@dataclass(frozen=True)
class Late:
    """Two silent ports that open: one as soon as the other is called, and that one `seconds` later (Linux).

    Their callers hear nothing at first, try again by themselves after a second or more, and are answered then.
    """

    seconds: float
    host: str = "127.0.0.1"
    name: str = "late port"

    def run(self, life: Life) -> None:
        listeners = [life.hold(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) for _ in range(2)]
        for listener in listeners:
            listener.bind((self.host, 0))
            listener.listen(0)
        fill(listeners, life)
        ports = [listener.getsockname()[1] for listener in listeners]
        before = callers(ports[1])
        life.ready((self.host, ports))
        await_caller(ports[1], before, life)
        for listener, seconds in zip(listeners, (0, self.seconds), strict=True):
            life.wait(None, 0, seconds)
            listener.listen(128)
            life.diary.note(f"port {listener.getsockname()[1]} opens")
        life.wait(None, 0, None)


def await_caller(port: int, before: set[bytes], life: Life) -> None:
    """Wait until `port` has a caller who was not among the `callers` before."""
    while callers(port) <= before:
        life.wait(None, 0, 0.005)


def callers(port: int) -> set[bytes]:
    """The local addresses of sockets that wait to be connected to `port` (proc(5), /proc/net/tcp)."""
    rows = [line.split()[1:4] for line in Path("/proc/net/tcp").read_bytes().splitlines()[1:]]
    return {local for local, remote, state in rows if (state, remote[-4:]) == (SYN_SENT, b"%04X" % port)}


def fill(listeners: list[socket.socket], life: Life) -> None:
    """Connect to each listener until its queue is full: every further connection then stays pending."""
    while listeners:
        begun = {connecting(listener.getsockname(), life): listener for listener in listeners}
        deadline = time.monotonic() + PENDING
        full = [sock for sock, listener in begun.items() if is_full(listener, sock, life, deadline)]
        listeners = [listener for sock, listener in begun.items() if sock not in full]


def is_full(listener: socket.socket, last: socket.socket, life: Life, deadline: float) -> bool:
    """Whether the queue of `listener` is full: Linux tells; elsewhere the `last` connection to it stays pending."""
    if sys.platform == "linux":
        waiting, most = struct.unpack_from("II", listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 32), 24)
        return bool(waiting > most)
    if connected(last, life, deadline - time.monotonic()):
        return False
    last.close()  # left open it would try again, and take a place that got free
    return True


@dataclass(frozen=True)
class Crowd:
    """`count` clients that connect at once and wait to be accepted; `connected` of the diary says how many stand."""

    address: tuple[str, int]
    count: int
    name: str = "clients"

    def run(self, life: Life) -> None:
        life.ready(self.address)
        for _ in range(self.count):
            if not connected(connecting(self.address, life), life, PATIENCE):
                life.diary.note(f"number {life.diary.connections + 1} cannot connect")
                break
            life.diary.connections += 1
        life.diary.note(f"{life.diary.connections} wait")


def connecting(address: tuple[str, int], life: Life) -> socket.socket:
    """A socket, held to the end, whose connection is under way."""
    sock = life.hold(socket.socket(family(address[0]), socket.SOCK_STREAM))
    sock.setblocking(False)
    sock.connect_ex(address)
    return sock


def connected(sock: socket.socket, life: Life, seconds: float) -> bool:
    """Whether the connection stands within `seconds`."""
    ready = life.wait(sock, select.POLLOUT, max(seconds, 0))
    return ready and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
