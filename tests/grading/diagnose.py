"""Grades `diagnose`: every way in which a connection can fail, and the words for it.

An error of the network has an author. You can tell an unknown name from a road that does not exist, from a machine that
says no, from silence; you know which of them carry an `errno`, and that a host is not one address but a list of them.
"""

import _socket
import errno
import os
import socket
import sys
import time
from typing import Any

import pytest

from kata.answer import LoadedAnswer
from kata.checks import default_of, raises, sleeps_while_it_waits
from kata.name_service import Host, NameService
from peers.diary import SLOWNESS
from peers.handle import Peers
from peers.several import CLOSED, LATE, OPEN, SILENT, SeveralAddresses

FIRST = "127.0.0.1"
NO_ROUTE = "127.255.255.255"
"""The broadcast address of the loopback network: on Linux TCP has no way to it, whatever else it has a way to."""


@pytest.fixture
def second(request: pytest.FixtureRequest) -> str:
    """Another loopback address of this machine."""
    address: str = "127.0.0.2" if sys.platform == "linux" else request.getfixturevalue("ipv6")
    return address


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Addresses to which every connection fails at once, each with the errno that it fails with."""
    numbers: dict[str, int] = {}
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def failing_connect(sock: socket.socket, address: Any) -> None:
        if address[0] in numbers:
            raise OSError(numbers[address[0]], os.strerror(numbers[address[0]]))
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", failing_connect)
    monkeypatch.setattr(
        socket.socket, "connect_ex", lambda sock, address: numbers.get(address[0]) or connect_ex(sock, address)
    )
    return numbers


@pytest.fixture(
    params=[
        name
        for name in ("EAI_AGAIN", "EAI_FAIL", "EAI_NODATA", "EAI_ADDRFAMILY", "EAI_MEMORY")
        if hasattr(socket, name)
    ]
)
def broken_resolver(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look-up fails: the name server does not answer, or has nothing better to say."""

    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(getattr(socket, request.param), "no look-up succeeds here")

    monkeypatch.setattr(_socket, "getaddrinfo", fail)  # which socket.getaddrinfo calls
    for function in ("gethostbyname", "gethostbyname_ex"):
        monkeypatch.setattr(socket, function, fail)


def test_open(answer: LoadedAnswer, peers: Peers) -> None:
    """A port on which a server listens is "open", whether the server says something or not.

    The connection stands: that is all there is to know. Close it.
    """
    server = peers.server()

    assert answer.diagnose("127.0.0.1", server.port) == "open"


def test_refused(answer: LoadedAnswer, peers: Peers) -> None:
    """A port on which nobody listens is "refused"; all arguments go by their names.

    The other side's kernel says so: `ConnectionRefusedError`.
    """
    port = peers.closed().ports[0]

    assert answer.diagnose(host="127.0.0.1", port=port, timeout=2.0) == "refused"


def test_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """A port that does not answer within `timeout` is "timeout", after that time and neither before nor long after it.

    Nobody said no, and nobody said yes. The `TimeoutError` of a socket's timeout has no `errno`.
    """
    port = peers.silent().ports[0]
    start = time.monotonic()

    reason = answer.diagnose("127.0.0.1", port, timeout=0.2)

    elapsed = time.monotonic() - start
    assert reason == "timeout"
    assert elapsed > 0.19, f"it gave up after {elapsed:.3f} s, before its time: the timeout is 0.2 s"
    assert elapsed < 2.5 * SLOWNESS, "the timeout of 0.2 s came far too late"


@pytest.mark.skipif(sys.platform != "linux", reason="it is Linux that has no way for TCP to 127.255.255.255")
def test_network_unreachable(answer: LoadedAnswer) -> None:
    """A network to which there is no way is "unreachable".

    Your own kernel says so, before anything is sent: an `OSError` with `errno.ENETUNREACH`.
    """
    assert answer.diagnose(NO_ROUTE, 80) == "unreachable"


def test_host_unreachable(failing: dict[str, int], answer: LoadedAnswer, peers: Peers) -> None:
    """A host that the last router cannot find is "unreachable" too.

    An `OSError` with `errno.EHOSTUNREACH`: for the user it comes to the same.
    """
    failing[FIRST] = errno.EHOSTUNREACH
    port = peers.closed().ports[0]

    assert answer.diagnose(FIRST, port) == "unreachable"


def test_unknown_host(answer: LoadedAnswer, names: NameService) -> None:
    """A name that the resolver does not know is "unknown host".

    `socket.gaierror` is an `OSError` as well: ask for it before you ask for that.
    """
    assert answer.diagnose("nobody.test", 80) == "unknown host"


@pytest.mark.usefixtures("broken_resolver")
def test_resolver_that_fails(answer: LoadedAnswer) -> None:
    """Every `socket.gaierror` is "unknown host", whatever its number.

    Those numbers are the resolver's own, `socket.EAI_…`, and none of the module `errno`.
    """
    assert answer.diagnose("somebody.test", 80) == "unknown host"


@pytest.mark.parametrize("text", ["somebody..test", f"{'x' * 64}.test"], ids=["empty label", "over-long label"])
def test_text_that_cannot_be_a_host_name(answer: LoadedAnswer, text: str) -> None:
    """Text that cannot be a host name is "unknown host": one with nothing between two dots, or more than 63 letters.

    No resolver is asked. Encoding the name fails, and that is a `UnicodeError`, a kind of `ValueError`.
    """
    assert answer.diagnose(text, 80) == "unknown host"


def test_any_other_error(failing: dict[str, int], answer: LoadedAnswer, peers: Peers) -> None:
    """Any other error goes through as it is, an `OSError` with its `errno`.

    There are more reasons than five: a `raise` in the last `except` hands on what you have no word for.
    """
    failing[FIRST] = errno.EACCES
    port = peers.closed().ports[0]

    with raises(OSError, errno=errno.EACCES):
        answer.diagnose(FIRST, port)


def test_no_socket_to_be_had(answer: LoadedAnswer, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that comes before any connection goes through as well: here no socket is to be had.

    The process has too many files open, or the system. That says nothing of the host: `OSError` with `errno.EMFILE`.
    """
    make = socket.socket.__init__

    def fail(sock: socket.socket, family: int = -1, *args: Any, **kwargs: Any) -> None:
        if family in (-1, socket.AF_INET):
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        make(sock, family, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "__init__", fail)

    with raises(OSError, errno=errno.EMFILE):
        answer.diagnose(FIRST, 9)


@pytest.mark.parametrize("states", [(OPEN, CLOSED), (CLOSED, OPEN), (OPEN, SILENT)], ids=" ".join)
def test_open_at_one_of_several_addresses(
    answer: LoadedAnswer, peers: Peers, names: NameService, second: str, states: tuple[str, str]
) -> None:
    """A host with several addresses is "open" when one of them is, wherever it stands in the list.

    One refusal is not the end: try the next. One connection is enough.
    """
    host = peers._start(SeveralAddresses(((FIRST, states[0]), (second, states[1]))))
    names.hosts.append(Host("several.test", (FIRST, second)))

    assert answer.diagnose("several.test", host.port, timeout=3.0) == "open"


@pytest.mark.skipif(sys.platform != "linux", reason="who calls a port is seen as Linux tells it")
def test_timeout_is_not_shared(answer: LoadedAnswer, peers: Peers, names: NameService) -> None:
    """Each address has the whole `timeout`, however many there are: the last of six answers after a second here.

    It is no time to be shared out among them.
    """
    addresses = tuple(f"127.0.0.{number}" for number in range(1, 7))
    states = (CLOSED,) * 5 + (LATE,)
    host = peers._start(SeveralAddresses(tuple(zip(addresses, states, strict=True))))
    names.hosts.append(Host("several.test", addresses))

    assert answer.diagnose("several.test", host.port, timeout=5.0) == "open"


def test_timeout_is_for_each_address(answer: LoadedAnswer, peers: Peers, names: NameService, second: str) -> None:
    """Each address has the whole `timeout`: one that is silent takes nothing away from the next.

    An address that does not answer uses up its own time.
    """
    host = peers._start(SeveralAddresses(((FIRST, SILENT), (second, OPEN))))
    names.hosts.append(Host("several.test", (FIRST, second)))

    assert answer.diagnose("several.test", host.port, timeout=0.1) == "open"


def test_other_error_at_the_first_of_several_addresses(
    failing: dict[str, int], answer: LoadedAnswer, peers: Peers, names: NameService, second: str
) -> None:
    """An error that has no word of its own at one address does not hide that another one is "open".

    Keep the error, and raise it when nothing better turns up.
    """
    failing[FIRST] = errno.EACCES
    server = peers.server(host=second)
    names.hosts.append(Host("several.test", (FIRST, second)))

    assert answer.diagnose("several.test", server.port, timeout=2.0) == "open"


def test_several_addresses_that_fail_differently(
    failing: dict[str, int], answer: LoadedAnswer, peers: Peers, names: NameService, second: str
) -> None:
    """When all the addresses fail, each in its way, any of their reasons will do.

    It need not be the last one's.
    """
    failing[FIRST] = errno.EHOSTUNREACH
    port = peers.closed(host=second).ports[0]
    names.hosts.append(Host("several.test", (FIRST, second)))

    reason = answer.diagnose("several.test", port, timeout=2.0)

    assert reason in ("unreachable", "refused"), f"the addresses are unreachable and refused, and {reason!r} came"


def test_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 host is diagnosed as an IPv4 host is.

    `create_connection` takes whatever the host resolves to.
    """
    server = peers.server(host=ipv6)
    closed = peers.closed(host=ipv6).ports[0]

    assert answer.diagnose(ipv6, server.port, timeout=2.0) == "open"
    assert answer.diagnose(ipv6, closed, timeout=2.0) == "refused"


def test_default_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """A silent port is waited for one second when no timeout is asked for.

    The default is part of the signature.
    """
    if default_of(answer.diagnose, "timeout") != 1.0:
        port = peers.silent().ports[0]
        start = time.monotonic()

        answer.diagnose("127.0.0.1", port)

        elapsed = time.monotonic() - start
        assert 0.95 <= elapsed < 3 * SLOWNESS, f"it gave up after {elapsed:.1f} s where 1 s is the default"


@pytest.mark.parametrize("bad", [{"port": -1}, {"port": 65536}, {"timeout": -1}], ids=str)
def test_bad_arguments(answer: LoadedAnswer, peers: Peers, bad: dict[str, int]) -> None:
    """A port outside 0 to 65535 or a negative timeout is a `ValueError`, before anything is sent.

    The system takes 65536 for port 0. Look at the port first.
    """
    server = peers.server()

    with raises(ValueError):
        answer.diagnose("127.0.0.1", **{"port": server.port, "timeout": 2.0} | bad)

    assert server.stop().connections == 0


@pytest.mark.parametrize("port", [0, 65535])
def test_first_and_last_port(answer: LoadedAnswer, names: NameService, port: int) -> None:
    """0 and 65535 are ports like any other: here only the host is bad, "unknown host".

    Ports are 16 bits: 0 to 65535, both included.
    """
    assert answer.diagnose("nobody.test", port) == "unknown host"


def test_port_is_looked_at_first(answer: LoadedAnswer, names: NameService) -> None:
    """A bad port is a `ValueError` also where the host is unknown, and the host is not even looked up.

    A look-up asks a server: that, too, is sent.
    """
    with raises(ValueError):
        answer.diagnose("nobody.test", 65536)

    assert names.asked == []


def test_waits_without_spinning(answer: LoadedAnswer, peers: Peers) -> None:
    """While a port is silent the call uses no CPU time.

    A socket with a timeout sleeps in the kernel; a loop that asks again and again does not.
    """
    port = peers.silent().ports[0]

    sleeps_while_it_waits(lambda seconds: answer.diagnose("127.0.0.1", port, timeout=seconds))
