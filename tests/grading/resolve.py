"""Grades `resolve`: every address that a TCP client should try, as the system has them.

You can turn names of hosts and services into all the addresses that a client should try, IPv4 or IPv6.
"""

import socket

import pytest

from kata.answer import LoadedAnswer
from kata.checks import raises
from kata.name_service import TCP, UDP, Host, NameService

HOSTS = [
    Host("web.test", ("192.0.2.9", "2001:db8::7", "192.0.2.5")),
    Host("twice.test", ("192.0.2.4", "2001:db8::4", "192.0.2.4")),
    Host("link.test", ("fe80::7%1", "fe80::7%2")),
    Host("localhost", ("127.0.0.1",)),
]
SERVICES = {("http", TCP): 80, ("https", TCP): 443, ("https", UDP): 443, ("tftp", UDP): 69, ("9pfs", TCP): 564}


@pytest.fixture(autouse=True)
def system(monkeypatch: pytest.MonkeyPatch) -> NameService:
    """What the system knows: nobody else is asked for a name here."""
    service = NameService(HOSTS, SERVICES)
    service.install(monkeypatch)
    return service


def test_every_address_in_the_order_of_the_system(answer: LoadedAnswer) -> None:
    """Every address of a host counts, IPv4 and IPv6, in the order in which the system gives them.

    `getaddrinfo` gives a row for each address, sorted by what is likely to work: keep them all, and keep their order.
    """
    found = answer.resolve("web.test", "https")

    assert found == [("192.0.2.9", 443), ("2001:db8::7", 443), ("192.0.2.5", 443)]


def test_each_address_once(answer: LoadedAnswer) -> None:
    """An address that the system has twice is one address, and stands where it came first.

    The keys of a dict are each there once, and keep their order; those of a set do not.
    """
    found = answer.resolve("twice.test", 80)

    assert found == [("192.0.2.4", 80), ("2001:db8::4", 80)]


@pytest.mark.parametrize("host", ["192.0.2.7", "2001:db8::1"], ids=["ipv4", "ipv6"])
def test_numeric_hosts(answer: LoadedAnswer, host: str) -> None:
    """An IPv4 or IPv6 address is a host as well: it stands for itself, once, as a pair.

    Rows for datagrams and raw sockets are not for a TCP client: ask for `type=SOCK_STREAM`. An IPv6 row's address has
    four parts, of which the first two are due.
    """
    found = answer.resolve(host=host, service=80)

    assert found == [(host, 80)]


@pytest.mark.parametrize("service", [80, "80", "http"], ids=["number", "text", "name"])
def test_ways_to_name_a_service(answer: LoadedAnswer, service: str | int) -> None:
    """A service is a port number, its text, or a name; what comes back is the number.

    `getaddrinfo` takes all three, and its rows have the number.
    """
    found = answer.resolve("192.0.2.7", service)

    assert found == [("192.0.2.7", 80)]


def test_service_that_begins_with_a_digit(answer: LoadedAnswer) -> None:
    """The name of a service may begin with a digit, as 9pfs does: it is no number for that.

    A number has digits alone, and a sign perhaps.
    """
    found = answer.resolve("192.0.2.7", "9pfs")

    assert found == [("192.0.2.7", 564)]


def test_first_and_last_port(answer: LoadedAnswer) -> None:
    """Ports go from 0 to 65535, both included.

    0 is a number like any other here, though it is false to `if`.
    """
    first, last = answer.resolve("192.0.2.7", 0), answer.resolve("192.0.2.7", "65535")

    assert first == [("192.0.2.7", 0)]
    assert last == [("192.0.2.7", 65535)]


def test_this_machine(answer: LoadedAnswer) -> None:
    """`None` is this machine: the loopback addresses that the system gives for `None`.

    Pass it on as it is. The name localhost may stand for fewer addresses, and AI_PASSIVE asks for those to bind to.
    """
    found, first = answer.resolve(None, 80), answer.resolve(None, 0)

    assert found == [("::1", 80), ("127.0.0.1", 80)]
    assert first == [("::1", 0), ("127.0.0.1", 0)]


def test_asked_again(answer: LoadedAnswer, system: NameService) -> None:
    """The system is asked each time: addresses change, and the list that you returned is your caller's.

    Keep nothing from call to call; how long an answer holds good, only the system knows.
    """
    answer.resolve("web.test", 80).clear()
    again = answer.resolve("web.test", 80)
    system.hosts = [Host("web.test", ("192.0.2.10",))]
    moved = answer.resolve("web.test", 80)

    assert again == [("192.0.2.9", 80), ("2001:db8::7", 80), ("192.0.2.5", 80)]
    assert moved == [("192.0.2.10", 80)]


def test_scope_is_left_aside(answer: LoadedAnswer) -> None:
    """The scope of an IPv6 address is left aside; addresses that differ by it alone are one.

    The scope says on which link `fe80::7` is. It is the last of an IPv6 address's four parts.
    """
    found = answer.resolve("link.test", 80)

    assert found == [("fe80::7", 80)]


def test_unknown_host(answer: LoadedAnswer) -> None:
    """A host that the system does not know is a `socket.gaierror`.

    Let the error of `getaddrinfo` through: it tells its reader more than an empty list.
    """
    with raises(socket.gaierror):
        answer.resolve("nobody.test", 80)


@pytest.mark.parametrize("text", ["two..dots", ""], ids=["empty part", "empty text"])
def test_text_that_is_no_host_name(answer: LoadedAnswer, text: str) -> None:
    """Text that cannot be a host name at all is a `socket.gaierror` too, or a `UnicodeError`.

    Python encodes names before it asks the system, and fails at an empty part between two dots. Empty text is a name
    that nobody has: `None` alone is this machine.
    """
    with raises(socket.gaierror, UnicodeError):
        answer.resolve(text, 80)


def test_unknown_service(answer: LoadedAnswer) -> None:
    """A service that the system does not know is a `socket.gaierror`.

    `getaddrinfo` says so by itself; `getservbyname` would raise another `OSError`.
    """
    with raises(socket.gaierror):
        answer.resolve("192.0.2.7", "nosuch")


def test_service_that_only_udp_knows(answer: LoadedAnswer) -> None:
    """A service that the system knows for UDP alone is unknown to a TCP client: `socket.gaierror`.

    Names of services belong to a protocol: ask for `type=SOCK_STREAM`.
    """
    with raises(socket.gaierror):
        answer.resolve("192.0.2.7", "tftp")


@pytest.mark.parametrize("port", [-1, 65536])
def test_port_out_of_range(answer: LoadedAnswer, port: int) -> None:
    """A port outside 0 to 65535 is a `ValueError`.

    `getaddrinfo` may take 65536 for 0: look at the port first.
    """
    with raises(ValueError):
        answer.resolve("192.0.2.7", port)


@pytest.mark.parametrize("port", ["-1", "65536", "100000"])
def test_text_of_a_port_out_of_range(answer: LoadedAnswer, port: str) -> None:
    """A port outside 0 to 65535 is a `ValueError` when it comes as text, too.

    `int` reads a number with its sign; where it fails, the text is a name.
    """
    with raises(ValueError):
        answer.resolve("192.0.2.7", port)


def test_port_is_looked_at_first(answer: LoadedAnswer, system: NameService) -> None:
    """A bad port is told before anything is sent: no name is looked up for it.

    Look at the arguments first, then ask the system.
    """
    with raises(ValueError):
        answer.resolve("web.test", 65536)

    assert system.asked == [], f"looked up before the port was looked at: {', '.join(system.asked)}"
