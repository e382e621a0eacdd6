"""Grades `udp_ping`: what counts as an answer on a network that loses, repeats, delays and mixes up.

You can live with datagrams that are lost, late, repeated, garbled, or a stranger's.
"""

import errno
import os
import socket
import sys
import time
from contextlib import suppress
from ipaddress import IPv6Address

import pytest

from kata.answer import LoadedAnswer
from kata.checks import default_of, fates, raises, round_trip, sleeps_while_it_waits
from kata.name_service import Host, NameService
from kata.verdicts import Wrong
from peers import Drip, Pause, Reply, Stranger
from peers.diary import SLOWNESS
from peers.handle import Peers

STRAYING = 3.0 * SLOWNESS
"""Seconds for which stray datagrams come."""


def test_each_ping_is_answered(answer: LoadedAnswer, peers: Peers) -> None:
    """Four pings are sent when no count is asked for, numbered from 1, and each gets the seconds to its answer.

    The datagrams are `b"ping 1"`, `b"ping 2"` and so on, without an end of line.
    """
    server = peers.datagrams(*[[Reply(b"pong %d" % number)] for number in range(1, 5)])

    times = answer.udp_ping("127.0.0.1", server.port)

    assert server.stop().received == [b"ping 1", b"ping 2", b"ping 3", b"ping 4"]
    assert isinstance(times, list)
    assert fates(times) == ["answered"] * 4


def test_seconds_until_the_answer(answer: LoadedAnswer, peers: Peers) -> None:
    """What is measured are the seconds from the ping to its own answer.

    `time.monotonic()` before you send and after you have received: seconds, not milliseconds.
    """
    server = peers.datagrams([Pause(0.08), Reply(b"pong 1")])
    start = time.monotonic()

    (seconds,) = answer.udp_ping("127.0.0.1", server.port, count=1, timeout=2.0)

    elapsed = time.monotonic() - start
    server.stop()
    assert round_trip(seconds), "the ping was answered, and has None"
    assert 0.07 <= seconds <= min(elapsed, 1.0 * SLOWNESS), (
        f"the answer took 0.08 s and the call {elapsed:.3f} s, and {seconds} is returned"
    )


def test_one_ping_at_a_time(answer: LoadedAnswer, peers: Peers) -> None:
    """Each ping is sent after the one before was answered or given up, never sooner.

    Send one, wait for its answer, and only then send the next.
    """
    server = peers.datagrams([Pause(0.05), Reply(b"pong 1")], [Pause(0.05), Reply(b"pong 2")])
    start = time.monotonic()

    times = answer.udp_ping("127.0.0.1", server.port, count=2, timeout=2.0)

    elapsed = time.monotonic() - start

    diary = server.stop()
    if diary.broken:
        raise Wrong(*diary.broken)
    assert fates(times) == ["answered", "answered"]
    assert sum(times) <= elapsed, f"the pings took {sum(times):.2f} s one after the other, in a call of {elapsed:.2f} s"


def test_two_digits(answer: LoadedAnswer, peers: Peers) -> None:
    """The count goes as far as it is asked to, all arguments by their names.

    Ping 10 is answered by pong 10, and not by pong 1.
    """
    turns = [[Reply(b"pong %d" % number)] for number in range(1, 10)]
    server = peers.datagrams(*turns, [Reply(b"pong 1"), Reply(b"pong 100")], [Reply(b"pong 11")])

    times = answer.udp_ping(host="127.0.0.1", port=server.port, count=11, timeout=0.3)

    assert server.stop().received[-1] == b"ping 11"
    assert times[9] is None, "ping 10 was taken for answered, and no pong 10 came"
    assert fates(times) == ["answered"] * 9 + ["lost", "answered"]


def test_four_digits(answer: LoadedAnswer, peers: Peers) -> None:
    """A thousand pings and one are answered like the first.

    `pong 1001` is longer than `pong 1`: a buffer too small cuts it short.
    """
    server = peers.datagrams(*[[Reply(b"pong %d" % number)] for number in range(1, 1002)])

    times = answer.udp_ping("127.0.0.1", server.port, count=1001, timeout=2.0)

    server.stop()
    assert fates(times) == ["answered"] * 1001


def test_lost_answers(answer: LoadedAnswer, peers: Peers) -> None:
    """A ping whose answer does not come within `timeout` is `None`, and the next ones are sent all the same.

    UDP loses datagrams and tells nobody: give up after `timeout`, and go on.
    """
    server = peers.datagrams([Reply(b"pong 1")], [], [Reply(b"pong 3")])

    times = answer.udp_ping("127.0.0.1", server.port, count=3, timeout=0.8)

    assert server.stop().received == [b"ping 1", b"ping 2", b"ping 3"]
    assert fates(times) == ["answered", "lost", "answered"]


def test_whole_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """Each ping has the whole `timeout` to be answered in, however many there are.

    To give up sooner is to take an answer for lost that is still on its way.
    """
    server = peers.datagrams([Reply(b"pong 1")])
    start = time.monotonic()

    answer.udp_ping("127.0.0.1", server.port, count=2, timeout=0.8)

    elapsed = time.monotonic() - start
    assert elapsed >= 0.75, f"gave up after {elapsed:.3f} s, with a timeout of 0.8 s"


def test_late_answer(answer: LoadedAnswer, peers: Peers) -> None:
    """An answer that comes late, while the next ping is waited for, counts for neither.

    Look at the number in each pong: only `pong N` answers `ping N`.
    """
    server = peers.datagrams([], [Reply(b"pong 1")], [Reply(b"pong 3")])

    times = answer.udp_ping("127.0.0.1", server.port, count=3, timeout=0.6)

    server.stop()
    assert times[1] is None, "ping 2 was taken for answered when pong 1 came"
    assert fates(times) == ["lost", "lost", "answered"]


def test_repeated_answer(answer: LoadedAnswer, peers: Peers) -> None:
    """An answer that comes twice is one answer: the second is not for the next ping.

    What lies in the queue from before is read and passed over.
    """
    server = peers.datagrams([Reply(b"pong 1"), Reply(b"pong 1")], [Reply(b"pong 1")], [Reply(b"pong 3")])

    times = answer.udp_ping("127.0.0.1", server.port, count=3, timeout=0.8)

    server.stop()
    assert times[1] is None, "ping 2 was taken for answered when pong 1 came again"
    assert fates(times) == ["answered", "lost", "answered"]


def test_garbled_answer(answer: LoadedAnswer, peers: Peers) -> None:
    """A garbled answer is no answer, and the right one that follows it counts.

    Compare the whole datagram; an empty one is a datagram too, and a buffer too small cuts a long one short.
    """
    forms = [
        b"",
        b"pong",
        b"pong %d1",
        b"pong %d\n",
        b" pong %d",
        b"PONG %d",
        b"pong 0%d",
        b"ping %d",
        b"\xff",
        b"pong %d" + bytes(9000),
    ]
    first, second = ([Reply(form % number if b"%" in form else form) for form in forms] for number in (1, 2))
    server = peers.datagrams(first, [*second, Reply(b"pong 2")])

    times = answer.udp_ping("127.0.0.1", server.port, count=2, timeout=0.8)

    server.stop()
    assert times[0] is None, "a garbled answer was taken for the right one"
    assert fates(times) == ["lost", "answered"]


def test_strays_do_not_prolong_the_wait(answer: LoadedAnswer, peers: Peers) -> None:
    """Datagrams that do not count do not prolong the wait: `timeout` is for the ping as a whole.

    A timeout for each `recvfrom` begins anew with each stray: count the time that is left down to a deadline.
    """
    server = peers.datagrams([Drip(b"stray", every=0.02, seconds=STRAYING), Reply(b"pong 1")])
    start = time.monotonic()

    times = answer.udp_ping("127.0.0.1", server.port, count=1, timeout=0.6)

    elapsed = time.monotonic() - start
    server.stop()
    assert fates(times) == ["lost"]
    assert elapsed < STRAYING / 2, f"a lost ping took {elapsed:.1f} s, with a timeout of 0.6 s"


def test_strangers_do_not_prolong_the_wait(answer: LoadedAnswer, peers: Peers) -> None:
    """Nor do the datagrams of a stranger prolong the wait.

    Whoever passes them over has to count the time that is left down as well.
    """
    server = peers.datagrams([Drip(b"pong 1", every=0.02, seconds=STRAYING, stranger=True), Reply(b"pong 1")])
    start = time.monotonic()

    times = answer.udp_ping("127.0.0.1", server.port, count=1, timeout=0.6)

    elapsed = time.monotonic() - start
    server.stop()
    assert fates(times) == ["lost"]
    assert elapsed < STRAYING / 2, f"a lost ping took {elapsed:.1f} s, with a timeout of 0.6 s"


def test_stranger_on_another_port(answer: LoadedAnswer, peers: Peers) -> None:
    """Only a datagram from the port that was pinged counts.

    Anyone may send to your socket. `recvfrom` tells who did; a connected UDP socket passes strangers over by itself.
    """
    server = peers.datagrams([Stranger(b"pong 1")], [Stranger(b"pong 2"), Reply(b"pong 2")])

    times = answer.udp_ping("127.0.0.1", server.port, count=2, timeout=0.8)

    server.stop()
    assert times[0] is None, "the answer of a stranger was taken for the server's"
    assert round_trip(times[1]), "ping 2 was answered, and has None"


@pytest.mark.skipif(sys.platform != "linux", reason="127.0.0.2 is this machine's own only on Linux")
def test_stranger_on_another_host(answer: LoadedAnswer, peers: Peers) -> None:
    """Only a datagram from the host that was pinged counts, whatever its port.

    An address is a host and a port: compare both.
    """
    server = peers.datagrams(
        [Stranger(b"pong 1", host="127.0.0.2")], [Stranger(b"pong 2", host="127.0.0.2"), Reply(b"pong 2")]
    )

    times = answer.udp_ping("127.0.0.1", server.port, count=2, timeout=0.8)

    server.stop()
    assert times[0] is None, "the answer of a stranger was taken for the server's"
    assert round_trip(times[1]), "ping 2 was answered, and has None"


def test_port_that_nobody_listens_on(answer: LoadedAnswer, peers: Peers, sent_datagrams: list[bytes]) -> None:
    """A port that nobody listens on is a lost ping, each time, and not an error; the next ping is sent all the same.

    A connected UDP socket is told "connection refused", by `recv` or by the next `send`: the ping is lost.
    """
    port = peers.closed_udp().port

    times = answer.udp_ping("127.0.0.1", port, count=3, timeout=0.2)

    assert fates(times) == ["lost"] * 3
    pings = [data for data in sent_datagrams if data.startswith(b"ping")]
    if pings:  # what is sent past the class `socket.socket` is not seen
        assert pings == [b"ping 1", b"ping 2", b"ping 3"]


def test_network_that_is_down(answer: LoadedAnswer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever `send` objects to, no socket is left open: here the network is down, which nobody asks you to expect.

    Such an error is a way out like the others: `with` closes there too.
    """

    def fail(*_: object) -> None:
        raise OSError(errno.ENETDOWN, os.strerror(errno.ENETDOWN))

    for name in ("send", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, fail)

    with suppress(OSError):
        answer.udp_ping("127.0.0.1", 9, count=1, timeout=0.05)


def test_no_pings_at_all(answer: LoadedAnswer, peers: Peers) -> None:
    """`count=0` is an empty list, and nothing is sent.

    Zero is a count like any other.
    """
    server = peers.datagrams()

    times = answer.udp_ping("127.0.0.1", server.port, count=0)

    assert times == []
    assert server.stop().received == []


@pytest.mark.parametrize(
    "bad", [{"port": -1}, {"port": 65536}, {"port": 65536, "count": 0}, {"count": -1}, {"timeout": -0.5}], ids=str
)
def test_bad_arguments(answer: LoadedAnswer, peers: Peers, bad: dict[str, int]) -> None:
    """A port outside 0 to 65535, a negative count or a negative timeout is a `ValueError`, before anything is sent.

    `sendto` raises `OverflowError` for a port out of range, which is another thing: look first, then send.
    """
    server = peers.datagrams()

    with raises(ValueError):
        answer.udp_ping("127.0.0.1", **{"port": server.port, "count": 1} | bad)

    assert server.stop().received == []


def test_unknown_host(answer: LoadedAnswer, names: NameService) -> None:
    """A host that does not resolve is a `socket.gaierror`, not a lost ping.

    Only the network loses pings. Let the resolver's error through.
    """
    with raises(socket.gaierror):
        answer.udp_ping("nobody.test", 7, count=1)


def test_host_may_be_a_name(answer: LoadedAnswer, peers: Peers, names: NameService) -> None:
    """The host may be a name: an answer from the address that it stands for counts.

    Compare the sender with what `getaddrinfo` gave, not with the text that you were handed.
    """
    names.hosts.append(Host("server.test", ("127.0.0.1",)))
    server = peers.datagrams([Reply(b"pong 1")])

    times = answer.udp_ping("server.test", server.port, count=1)

    server.stop()
    assert fates(times) == ["answered"]


def test_last_port(answer: LoadedAnswer) -> None:
    """65535 is a port like any other.

    Ports are 16 bits: 0 to 65535, both included.
    """
    assert answer.udp_ping("127.0.0.1", 65535, count=0) == []


def test_port_0(answer: LoadedAnswer) -> None:
    """0 is a port as well, and no `ValueError`.

    Ports are 16 bits: 0 to 65535, both included.
    """
    with suppress(OSError):  # some systems connect to no port 0
        assert answer.udp_ping("127.0.0.1", 0, count=0) == []


def test_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 host works as an IPv4 host does.

    An IPv6 address has four parts, `(host, port, flow, scope)`; `getaddrinfo` gives it as it must be.
    """
    server = peers.datagrams([Reply(b"pong 1")], host=ipv6)

    times = answer.udp_ping(ipv6, server.port, count=1)

    server.stop()
    assert fates(times) == ["answered"]


def test_ipv6_written_otherwise(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 address may be written in many ways, and its answers count in each.

    `recvfrom` gives the sender in the shortest: compare it with what `getaddrinfo` gave, not with your argument.
    """
    server = peers.datagrams([Reply(b"pong 1")], host=ipv6)

    times = answer.udp_ping(IPv6Address(ipv6).exploded, server.port, count=1)

    server.stop()
    assert fates(times) == ["answered"]


def test_default_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """An answer is waited for half a second when no timeout is asked for.

    The default is part of the signature.
    """
    answer.udp_ping("127.0.0.1", 9, count=0)  # a stub does nothing either way
    default = default_of(answer.udp_ping, "timeout")
    assert default == 0.5 or not isinstance(default, (int, float)), (
        f"the default of timeout is 0.5, and yours {default}"
    )
    if default != 0.5:
        server = peers.datagrams()
        start = time.monotonic()

        answer.udp_ping("127.0.0.1", server.port, count=1)

        elapsed = time.monotonic() - start
        assert 0.45 <= elapsed < 2.5 * SLOWNESS, f"a lost ping took {elapsed:.2f} s"


def test_waits_without_spinning(answer: LoadedAnswer, peers: Peers) -> None:
    """While an answer is waited for, the call uses no CPU time.

    A socket with a timeout sleeps in the kernel; a loop that asks again and again does not.
    """
    server = peers.datagrams()

    sleeps_while_it_waits(lambda seconds: answer.udp_ping("127.0.0.1", server.port, count=1, timeout=seconds))
