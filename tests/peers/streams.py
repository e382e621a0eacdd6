"""The two roles on TCP: a client that connects to the answer, and a server that the answer connects to."""

import select
import socket
from collections.abc import Sequence
from dataclasses import dataclass

from peers.diary import PATIENCE, BrokenStep, Life, WaitedInVain
from peers.steps import Step, Wire


def family(host: str) -> socket.AddressFamily:
    """The address family of a numeric host."""
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def carry_out(steps: Sequence[Step], wire: Wire) -> None:
    """Do the steps one after the other; a broken one ends the connection, so that the answer is not left hanging."""
    try:
        for step in steps:
            step.run(wire)
    except BrokenStep as broken:
        wire.life.diary.give_up(broken)
        wire.sock.close()


@dataclass(frozen=True)
class Client:
    """Connects to `address`, `late` by so many seconds, and carries out `steps`, the first `ahead` of them at once.

    The test goes on when those are done. `receive_buffer` is the SO_RCVBUF of the connection in bytes.
    """

    address: tuple[str, int]
    steps: tuple[Step, ...]
    name: str = "client"
    receive_buffer: int | None = None
    late: float = 0
    ahead: int = 0

    def run(self, life: Life) -> None:
        if self.late:
            life.ready(self.address)
            life.stay_idle(self.late)
        sock = life.hold(socket.socket(family(self.address[0]), socket.SOCK_STREAM))
        if self.receive_buffer is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self.receive_buffer)
        sock.settimeout(PATIENCE)
        life.diary.note("connect")
        try:
            sock.connect(self.address)
        except OSError as error:
            host, port = self.address
            life.diary.give_up(BrokenStep(f"the {self.name} cannot connect to {host} port {port}: {error}"))
            return
        wire = Wire(sock, life)
        carry_out(self.steps[: self.ahead], wire)
        if not self.late:
            life.ready(sock.getsockname()[:2])
        if not life.diary.broken:
            carry_out(self.steps[self.ahead :], wire)


@dataclass(frozen=True)
class Server:
    """Listens on a port of its own and carries out `steps` with each of the first `connections` clients, in order.

    Clients that wait to be accepted when it is told to stop are counted all the same.
    """

    steps: tuple[Step, ...]
    host: str = "127.0.0.1"
    name: str = "server"
    connections: int = 1
    receive_buffer: int | None = None

    def run(self, life: Life) -> None:
        listener = life.hold(socket.socket(family(self.host), socket.SOCK_STREAM))
        if self.receive_buffer is not None:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self.receive_buffer)
        listener.bind((self.host, 0))
        listener.listen(128)
        listener.setblocking(False)
        life.diary.note("listen")
        life.ready(listener.getsockname()[:2])
        try:
            while life.diary.connections < self.connections and not life.diary.broken:
                self._serve_one(listener, life)
        finally:
            life.diary.connections += waiting(listener)

    def _serve_one(self, listener: socket.socket, life: Life) -> None:
        if not life.wait(listener, select.POLLIN):
            life.diary.give_up(WaitedInVain(f"nobody connected to {self.host} port {listener.getsockname()[1]}"))
            return
        sock = life.hold(listener.accept()[0])
        life.diary.connections += 1
        life.diary.note("accept")
        carry_out(self.steps, Wire(sock, life))


def waiting(listener: socket.socket) -> int:
    """How many connections wait to be accepted; on loopback one stands as soon as `connect` has returned."""
    count = 0
    while True:
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1
