"""The grading tests' end of the peers: start one, learn its address, and hear at the end what it saw."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import pytest

import peers.mother
from kata.verdicts import KataFault, Wrong
from peers.datagrams import Datagrams, Turn
from peers.diary import Diary
from peers.mother import AUTOPSY, PEER
from peers.ports import Closed, ClosedUdp, Crowd, Late, Silent
from peers.steps import Step
from peers.streams import Client, Server


class Mother:
    """The process that peers are forked from; it ends when `nursery` is closed here and in every check."""

    def __init__(self) -> None:
        self.nursery, stdin = socket.socketpair()
        self.stderr = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the process runs)
        command = [sys.executable, "-I", "-S", peers.mother.__file__]
        with stdin:
            self.process = subprocess.Popen(
                command, stdin=stdin.fileno(), stdout=subprocess.DEVNULL, stderr=self.stderr
            )

    def ask(self, request: bytes) -> Connection:
        """Hand the mother one end of a fresh channel and return the other."""
        ours, theirs = socket.socketpair()
        with theirs:
            ours.setblocking(True)  # an answer may have called `setdefaulttimeout`
            theirs.setblocking(True)
            try:
                socket.send_fds(self.nursery, [request], [theirs.fileno()])
            except OSError as error:
                raise KataFault(f"the process that starts the peers is gone ({error})\n{self.last_words()}") from error
        return Connection(ours.detach())

    def autopsy(self, pid: int) -> str:
        """How the peer `pid` ended, and what it or its mother wrote to stderr."""
        with self.ask(AUTOPSY) as channel:
            channel.send(pid)
            return f"exit status {channel.recv()}\n{self.last_words()}"

    def last_words(self) -> str:
        """What was written to the standard error of the mother and her peers."""
        size = os.fstat(self.stderr.fileno()).st_size
        return os.pread(self.stderr.fileno(), 4096, max(0, size - 4096)).decode(errors="replace")

    def close(self) -> None:
        """Let the mother go, and wait until she has."""
        with suppress(OSError):
            self.nursery.shutdown(socket.SHUT_RDWR)  # a child that an answer left behind may still have it open
        self.nursery.close()
        self.process.wait()
        self.stderr.close()


class Peer:
    """One peer. `address` is where it listens, or where it connects from."""

    def __init__(self, mother: Mother) -> None:
        self._mother, self._name = mother, "not begun"
        self._channel = mother.ask(PEER)
        self.descriptor = self._channel.fileno()
        self._diary: Diary | None = None
        self._pid = self._receive()

    def begin(self, job: Any) -> None:
        """Give the peer what it is to do, and wait until it listens, or is connected."""
        self._name = job.name
        self._channel.send((job, os.getpid()))
        self.address: Any = self._receive()
        if isinstance(self.address, Diary):
            self._keep(self.address)
            self.finish()

    @property
    def port(self) -> int:
        """The port of `address`."""
        port: int = self.address[1]
        return port

    @property
    def ports(self) -> list[int]:
        """The ports of a peer that has several."""
        ports: list[int] = self.address[1]
        return ports

    def finish(self) -> Diary:
        """Wait until the script is through, and return what the peer saw.

        Raises `Wrong` with the rule of the step that broke.
        """
        diary = self._diary or self._keep(self._receive())
        if diary.broken:
            raise Wrong(*diary.broken)
        return diary

    def stop(self) -> Diary:
        """End the peer where it is, and return what it saw until now, a broken step or not."""
        if self._diary is None:
            self._tell()
            self._keep(self._receive())
        assert self._diary
        return self._diary

    def close(self) -> None:
        """Let the peer go: it closes what it holds."""
        self._channel.close()

    def _tell(self) -> None:
        with suppress(OSError):  # a peer that is gone has said why in its last message, or by the end of the channel
            self._channel.send("stop")

    def _receive(self) -> Any:
        try:
            return self._channel.recv()
        except (EOFError, OSError):
            raise KataFault(f"the peer ({self._name}) died: {self._mother.autopsy(self._pid)}") from None

    def _keep(self, diary: Diary) -> Diary:
        self._diary = diary
        if diary.crash:
            raise KataFault(f"the peer ({self._name}) broke\n{diary.crash}")
        return diary


class Peers:
    """Starts the peers of one check; those that connect have done so when the call returns."""

    def __init__(self, mother: Mother) -> None:
        self._mother = mother
        self.started: list[Peer] = []

    def client(self, server: socket.socket | tuple[str, int], *steps: Step, **options: Any) -> Peer:
        """A TCP client of `server`, a listening socket or its address, that carries out `steps`."""
        return self._start(Client(address_of(server), steps, **options))

    def server(self, *steps: Step, **options: Any) -> Peer:
        """A TCP server that carries out `steps` with each of its first `connections` clients."""
        return self._start(Server(steps, **options))

    def datagrams(self, *turns: Sequence[Turn], **options: Any) -> Peer:
        """A UDP server that does the n-th of `turns` about its n-th datagram, and nothing about later ones."""
        return self._start(Datagrams(turns, **options))

    def closed(self, count: int = 1, **options: Any) -> Peer:
        """`count` TCP ports that refuse connections."""
        return self._start(Closed(count, **options))

    def closed_udp(self, **options: Any) -> Peer:
        """A UDP port that nobody listens on."""
        return self._start(ClosedUdp(**options))

    def silent(self, count: int = 1, **options: Any) -> Peer:
        """`count` TCP ports that answer nothing to whoever wants to connect."""
        return self._start(Silent(count, **options))

    def late(self, seconds: float) -> Peer:
        """Two TCP ports that answer nothing until the second is called: then the first opens, the second later."""
        return self._start(Late(seconds))

    def crowd(self, server: socket.socket | tuple[str, int], count: int) -> Peer:
        """`count` TCP clients of `server` that wait to be accepted."""
        return self._start(Crowd(address_of(server), count))

    @property
    def descriptors(self) -> set[int]:
        """The descriptors of this process by which it has hold of them."""
        return {peer.descriptor for peer in self.started}

    def close(self) -> None:
        """Let them all go."""
        for peer in self.started:
            peer.close()

    def _start(self, job: Any) -> Peer:
        peer = Peer(self._mother)
        self.started.append(peer)
        peer.begin(job)
        return peer


def address_of(server: socket.socket | tuple[str, int]) -> tuple[str, int]:
    """The host and port of a listening socket, or of an address as it stands."""
    try:
        host, port = (server.getsockname() if isinstance(server, socket.socket) else server)[:2]
    except OSError as error:
        raise Wrong(f"the server's socket cannot be used: {error.strerror}") from error
    return host, port


PEERS = pytest.StashKey[Peers]()
