"""Grades `scan_ports`: open, closed and silent ports, told apart without a word being sent.

You can tell open, closed and silent ports apart, and wait for many connections together.
"""

import os
import resource
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kata.answer import LoadedAnswer
from kata.checks import default_of, raises, sleeps_while_it_waits
from kata.guard import GUARD
from kata.name_service import Host, NameService
from peers import ExpectEnd, Send
from peers.diary import SLOWNESS
from peers.handle import Peers

RETRIES_EACH_SECOND = Path("/proc/sys/net/ipv4/tcp_syn_linear_timeouts")
"""How many times in a row Linux tries to connect again after a second; older kernels wait twice as long each time."""


@pytest.fixture
def allow_files(request: pytest.FixtureRequest) -> Iterator[Callable[[int], None]]:
    """Sets how many files the process may have open; where it is the check's own, the answer cannot raise that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    own = GUARD in request.node.stash
    yield lambda most: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most if own else hard))
    if not own:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_finds_the_open_ports(answer: LoadedAnswer, peers: Peers) -> None:
    """The open ports are found among the closed ones, wherever they stand, sorted, each once.

    A refused connection is a closed port, not the end of the scan; the last port counts like the first.
    """
    open_ports = sorted(peers.server(ExpectEnd(or_reset=True)).port for _ in range(3))
    closed = peers.closed(4).ports
    ports = [closed[0], open_ports[2], closed[1], closed[2], open_ports[0], open_ports[0], closed[3], open_ports[1]]

    found = answer.scan_ports("127.0.0.1", ports)

    assert found == open_ports


def test_any_iterable_of_ports(answer: LoadedAnswer, peers: Peers) -> None:
    """The ports may be any iterable, one that can be gone through only once too.

    A generator has no length and is empty after the first loop over it.
    """
    port = peers.server(ExpectEnd(or_reset=True)).port
    closed = peers.closed().ports[0]

    found = answer.scan_ports(host="127.0.0.1", ports=(number for number in [closed, port]), timeout=0.5)

    assert found == [port]


def test_each_port_once_among_many(answer: LoadedAnswer, peers: Peers) -> None:
    """A port that is asked for twice is found once, however far apart.

    Who asks for many ports in parts has to look at all of them: a set holds each of its members once.
    """
    port = peers.server(ExpectEnd(or_reset=True)).port
    closed = peers.closed().ports

    found = answer.scan_ports("127.0.0.1", [port, *closed * 5000, port])

    assert found == [port]


def test_no_ports_at_all(answer: LoadedAnswer) -> None:
    """No ports asked for are no ports found.

    An empty iterable is an empty list, not an error.
    """
    assert answer.scan_ports("127.0.0.1", []) == []


def test_silent_port_is_not_open(answer: LoadedAnswer, peers: Peers) -> None:
    """A port that does not answer within `timeout` is not open.

    Without a timeout `connect` tries for two minutes. "Not refused" is not yet "open".
    """
    silent = peers.silent().ports[0]
    port = peers.server(ExpectEnd(or_reset=True)).port

    found = answer.scan_ports("127.0.0.1", [silent, port], timeout=0.2)

    assert found == [port]


def test_silent_ports_are_waited_for_together(answer: LoadedAnswer, peers: Peers) -> None:
    """Silent ports are waited for together, not one by one.

    Begin many connections before you wait for the first: threads, a selector or asyncio can all do it.
    """
    silent = peers.silent(40).ports
    start = time.monotonic()

    found = answer.scan_ports("127.0.0.1", silent, timeout=0.1)

    assert found == []
    elapsed = time.monotonic() - start
    assert elapsed < 3, f"40 silent ports took {elapsed:.1f} s with a timeout of 0.1 s: one by one they take 4 s"


def test_more_ports_than_open_files(answer: LoadedAnswer, peers: Peers, allow_files: Callable[[int], None]) -> None:
    """More ports may be asked for than the process may have files open, here 256.

    Have only so many connections under way at once, and close each before you begin more.
    """
    *silent, last = peers.silent(260, open_above=1).ports
    allow_files(256)

    found = answer.scan_ports("127.0.0.1", [*silent, last], timeout=0.3)

    assert found == [last]


def test_other_files_are_open(answer: LoadedAnswer, peers: Peers, allow_files: Callable[[int], None]) -> None:
    """Not all files that the process may have open are yours: here it has 150 of 400 open already.

    Keep well below the limit, or begin no more connections when a socket cannot be had, and go on when one is closed.
    """
    *silent, last = peers.silent(260, open_above=1).ports
    with ExitStack() as held:
        for _ in range(150):
            held.enter_context(open(os.devnull, "rb"))
        allow_files(400)

        found = answer.scan_ports("127.0.0.1", [*silent, last], timeout=0.3)

    assert found == [last]


def test_says_nothing_and_hangs_up(answer: LoadedAnswer, peers: Peers) -> None:
    """Nothing is sent to an open port, and its connection is closed.

    A scan looks and leaves: `connect`, then `close`.
    """
    server = peers.server(ExpectEnd(or_reset=True))

    found = answer.scan_ports("127.0.0.1", [server.port])

    assert found == [server.port]
    server.finish()


def test_greeting_is_not_waited_for(answer: LoadedAnswer, peers: Peers) -> None:
    """A server that greets is open, and so is one that says nothing.

    The connection alone tells; what comes over it is not yours to wait for.
    """
    greets, mute = peers.server(Send(b"220 hello\r\n")), peers.server()

    found = answer.scan_ports("127.0.0.1", [greets.port, mute.port])

    assert found == sorted([greets.port, mute.port])


def test_connection_to_itself_is_no_server(
    answer: LoadedAnswer, peers: Peers, names: NameService, address_of_the_caller: tuple[str, int]
) -> None:
    """A connection that has the scanner itself at both ends is no open port.

    The kernel may choose the very port that you connect to as your own: then the socket is connected to itself, and
    `getsockname()` equals `getpeername()`.
    """
    host, port = address_of_the_caller
    names.hosts.append(Host("server.test", (host,)))
    server = peers.server(ExpectEnd(or_reset=True), host=host)

    found = answer.scan_ports("server.test", [port, server.port])

    assert found == [server.port]


def test_unknown_host(answer: LoadedAnswer, names: NameService) -> None:
    """A host that does not resolve is a `socket.gaierror`.

    An unknown host has no closed ports: let the resolver's error through.
    """
    with raises(socket.gaierror):
        answer.scan_ports("nobody.test", [80, 81])


def test_name_is_looked_up_once(answer: LoadedAnswer, peers: Peers, names: NameService) -> None:
    """A name is looked up once, not for each port.

    Each look-up may ask a server far away: call `getaddrinfo` once, then connect to the address that it gave.
    """
    names.hosts.append(Host("server.test", ("127.0.0.1",)))
    ports = sorted(peers.server(ExpectEnd(or_reset=True)).port for _ in range(3))
    closed = [port for _ in range(3) for port in peers.closed(100).ports]

    found = answer.scan_ports("server.test", ports + closed)

    assert found == ports
    times = names.asked.count("server.test")
    assert times == 1, f"the name was looked up {times} times"


@pytest.mark.parametrize("bad", [0, -1, 65536])
def test_port_out_of_range(answer: LoadedAnswer, peers: Peers, bad: int) -> None:
    """Port 0 and ports outside 1 to 65535 are a `ValueError`, before anything is sent.

    Look at all the ports before you connect to the first.
    """
    server = peers.server()

    with raises(ValueError):
        answer.scan_ports("127.0.0.1", [server.port, bad])

    assert server.stop().connections == 0, "a connection was made all the same"


def test_port_out_of_range_behind_many(answer: LoadedAnswer, peers: Peers) -> None:
    """A bad port may stand far behind the good ones: nothing is sent before all were looked at.

    Where you take ports from the iterable piece by piece, the first are scanned before you have seen the last.
    """
    server = peers.server()

    with raises(ValueError):
        answer.scan_ports("127.0.0.1", (port for port in [*[server.port] * 5000, 65536]))

    assert server.stop().connections == 0, "a connection was made all the same"


def test_first_and_last_port(answer: LoadedAnswer) -> None:
    """1 and 65535 are ports like any other.

    Ports are 16 bits, and 0 stands for none: 1 to 65535, both included.
    """
    found = answer.scan_ports("127.0.0.1", [1, 65535])

    assert set(found) <= {1, 65535}


def test_negative_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """A negative timeout is a `ValueError`, before anything is sent, and also where there is nothing to send.

    No wait can last less than nothing.
    """
    server = peers.server()

    with raises(ValueError):
        answer.scan_ports("127.0.0.1", [server.port], timeout=-1)
    with raises(ValueError):
        answer.scan_ports("127.0.0.1", [], timeout=-1)

    assert server.stop().connections == 0, "a connection was made all the same"


def test_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 host is scanned as an IPv4 host is.

    `getaddrinfo` gives the family that goes with the address.
    """
    server = peers.server(ExpectEnd(or_reset=True), host=ipv6)
    closed = peers.closed(host=ipv6).ports[0]

    found = answer.scan_ports(ipv6, [closed, server.port])

    assert found == [server.port]


def test_silent_ports_get_the_whole_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """Each port has the whole `timeout` to answer in, however many there are.

    A far server may need most of it; to give up sooner is to take an open port for a closed one.
    """
    silent = peers.silent(3).ports
    start = time.monotonic()

    answer.scan_ports("127.0.0.1", silent, timeout=0.8)

    elapsed = time.monotonic() - start
    assert elapsed >= 0.75, f"gave up after {elapsed:.3f} s, with a timeout of 0.8 s"


@pytest.mark.skipif(sys.platform != "linux", reason="who calls a port is seen as Linux tells it")
def test_late_answer_within_the_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """A port that answers within `timeout` is open, and be it late: after a second here, with five to answer in.

    What is lost on the way, TCP sends again, the first time after a second.
    """
    late = peers.late(0).ports

    found = answer.scan_ports("127.0.0.1", late, timeout=5.0)

    assert found == sorted(late)


@pytest.mark.skipif(sys.platform != "linux", reason="who calls a port is seen as Linux tells it")
def test_answers_do_not_prolong_the_wait(answer: LoadedAnswer, peers: Peers) -> None:
    """An answer that comes does not prolong the wait for the others: a port that opens after its `timeout` is not open.

    A timeout for each `select` begins anew with each answer. Set a deadline once, and wait for what is left of it.
    """
    tries_again = 2 if RETRIES_EACH_SECOND.exists() and int(RETRIES_EACH_SECOND.read_text()) > 1 else 3
    early, late = peers.late(tries_again - 0.6).ports

    found = answer.scan_ports("127.0.0.1", [early, late], timeout=tries_again - 0.8)

    assert late not in found, f"a port was found that answered after {tries_again} s"


def test_default_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """A silent port is waited for half a second when no timeout is asked for.

    The default is part of the signature.
    """
    answer.scan_ports("127.0.0.1", [])  # a stub does nothing either way
    default = default_of(answer.scan_ports, "timeout")
    assert default == 0.5 or not isinstance(default, (int, float)), (
        f"the default of timeout is 0.5, and yours {default}"
    )
    if default != 0.5:
        start = time.monotonic()

        answer.scan_ports("127.0.0.1", peers.silent().ports)

        elapsed = time.monotonic() - start
        assert 0.45 <= elapsed < 2.5 * SLOWNESS, f"a silent port took {elapsed:.2f} s"


def test_waits_without_spinning(answer: LoadedAnswer, peers: Peers) -> None:
    """While silent ports are waited for, the call uses no CPU time.

    `select` and its kin sleep in the kernel until something happens; a loop that asks again and again does not.
    """
    silent = peers.silent().ports

    sleeps_while_it_waits(lambda seconds: answer.scan_ports("127.0.0.1", silent, timeout=seconds))
