"""The fixtures of the grading tests: the answer, its peers, and what both may use."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest

from kata.answer import LoadedAnswer
from kata.collect import Answer
from kata.explain import GRADING_NOW
from kata.guard import GUARD
from kata.name_service import NameService
from kata.process import SCRATCH
from kata.record import RECORD, Record
from kata.run import MOTHER
from kata.short import ShortListener
from peers.handle import PEERS, Peer, Peers
from peers.steps import Step


@pytest.fixture
def answer(request: pytest.FixtureRequest) -> Iterator[LoadedAnswer]:
    """The functions of the answer, loaded afresh; every socket call that they make is recorded."""
    file = request.node.parent
    assert isinstance(file, Answer)
    if "names" in request.fixturenames:
        request.getfixturevalue("names")  # before the answer is loaded, which may import functions by their names
    request.config.stash[GRADING_NOW] = True
    request.node.stash[RECORD] = record = Record(file.path, file.exercise)
    record.start()
    yield LoadedAnswer(file.path, file.exercise, file.nodeid, record)
    if GUARD not in request.node.stash:  # else this process ends with the check
        record.stop()


@pytest.fixture
def peers(request: pytest.FixtureRequest) -> Iterator[Peers]:
    """Starts peers, each in a process of its own; all have ended when the check has."""
    request.node.stash[PEERS] = peers = Peers(request.config.stash[MOTHER])
    yield peers
    if GUARD not in request.node.stash:  # else they end with this process: if they closed first, so might the answer
        peers.close()


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A listening TCP socket on a port of its own."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as sock:
        yield sock


@pytest.fixture
def short_listener() -> Iterator[socket.socket]:
    """A listener whose connections give at most 5 bytes a `recv` and take at most 3 a `send`."""
    with ShortListener(socket.AF_INET, socket.SOCK_STREAM) as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        yield sock


class Connect(Protocol):
    """Makes a connection to a peer that carries out `steps`; the socket at this end, and the peer."""

    def __call__(self, *steps: Step, **options: Any) -> tuple[socket.socket, Peer]: ...


@pytest.fixture
def connection(listener: socket.socket, peers: Peers) -> Iterator[Connect]:
    """Connections for an answer that is handed one: `sock, peer = connection(Send(b"hello"))`."""
    with ExitStack() as held:
        yield lambda *steps, **options: connect(listener, peers, held, *steps, **options)


@pytest.fixture
def short_connection(short_listener: socket.socket, peers: Peers) -> Iterator[Connect]:
    """Connections that give at most 5 bytes a `recv` and take at most 3 a `send`."""
    with ExitStack() as held:
        yield lambda *steps, **options: connect(short_listener, peers, held, *steps, **options)


def connect(
    listener: socket.socket, peers: Peers, held: ExitStack, *steps: Step, **options: Any
) -> tuple[socket.socket, Peer]:
    """A connection from a new peer, closed at the end of the check if it is open then."""
    peer = peers.client(listener, *steps, **options)
    return held.enter_context(listener.accept()[0]), peer


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    """An empty folder with a short path, gone after the check."""
    return Path(request.node.stash[SCRATCH])


@pytest.fixture
def ipv6() -> str:
    """The IPv6 loopback address `::1`; without IPv6 on this machine the check is skipped, and says so."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as sock:
            sock.bind(("::1", 0))
    except OSError as error:
        pytest.skip(f"no IPv6 on this machine ({error})")
    return "::1"


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> NameService:
    """A name service that knows only the hosts that the check tells it, and notes each name that is asked for."""
    service = NameService()
    service.install(monkeypatch)
    return service


@pytest.fixture
def sent_datagrams(answer: LoadedAnswer, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The datagrams that the answer has sent, for a port where no peer can see them."""
    assert answer
    datagrams: list[bytes] = []

    def noting(method: Callable[..., Any]) -> Callable[..., Any]:
        def send(sock: socket.socket, data: Any, *rest: Any) -> Any:
            result = method(sock, data, *rest)
            if sock.type == socket.SOCK_DGRAM:
                datagrams.append(b"".join(data) if isinstance(data, (list, tuple)) else bytes(data))
            return result

        return send

    for name in ("send", "sendall", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, noting(getattr(socket.socket, name)))
    return datagrams
