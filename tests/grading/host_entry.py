"""Grades `host_entry`: names, aliases and addresses, forward and backward.

You can look hosts up by name and by address, and know why the two directions may disagree.
"""

import socket
from ipaddress import ip_address
from typing import Any

import pytest

from kata.answer import LoadedAnswer
from kata.checks import raises
from kata.name_service import Host, NameService
from kata.show import short
from kata.verdicts import Wrong

WEB = Host("web.test", ("192.0.2.7", "192.0.2.8", "2001:db8::7"), aliases=("www.test", "shop.test"))
MACHINE = Host(socket.gethostname(), ("192.0.2.3", "2001:db8::3"))
LOCALHOST = Host("localhost", ("127.0.0.1", "::1"))
IPV4_ALONE = Host("old.test", ("192.0.2.5",))
IPV6_ALONE = Host("new.test", ("2001:db8::6",))
NAMELESS = Host("hidden.test", ("192.0.2.9", "2001:db8::9"), nameless=True)
DIGIT = Host("9.test", ("192.0.2.10", "2001:db8::10"), nameless=True)
NAMELESS_IPV6 = Host("latest.test", ("2001:db8::a",), nameless=True)
HOSTS = [
    MACHINE,
    LOCALHOST,
    WEB,
    Host("twice.test", ("192.0.2.4", "2001:db8::4", "192.0.2.4")),
    Host("short", ("192.0.2.6", "2001:db8::6:6"), aliases=("short.test",)),
    IPV4_ALONE,
    IPV6_ALONE,
    NAMELESS,
    NAMELESS_IPV6,
    DIGIT,
]


@pytest.fixture(autouse=True)
def system(monkeypatch: pytest.MonkeyPatch) -> NameService:
    """What the system knows: nobody else is asked for a name here."""
    service = NameService(HOSTS, {})
    service.install(monkeypatch)
    return service


def test_addresses_of_both_versions(answer: LoadedAnswer) -> None:
    """A name has all its addresses, IPv4 and IPv6.

    `gethostbyname` and its kin know IPv4 alone, and `gethostbyaddr` one address: `getaddrinfo` knows them all.
    """
    found = entry(answer.host_entry(name="web.test"))

    assert found.name == "web.test"
    assert sorted(found.addresses) == ["192.0.2.7", "192.0.2.8", "2001:db8::7"]


def test_each_address_once(answer: LoadedAnswer) -> None:
    """Each address is there once, also when the system has it twice.

    `getaddrinfo` may repeat itself, for each kind of socket to begin with.
    """
    found = entry(answer.host_entry("twice.test"))

    assert sorted(found.addresses) == ["192.0.2.4", "2001:db8::4"]


@pytest.mark.parametrize("host", [IPV4_ALONE, IPV6_ALONE], ids=["ipv4", "ipv6"])
def test_addresses_of_one_version(answer: LoadedAnswer, host: Host) -> None:
    """A host may have addresses of one version alone.

    Where you ask for each version by itself, one of the answers may be an error.
    """
    found = entry(answer.host_entry(host.name))

    assert found == (host.name, (), host.addresses)


def test_aliases(answer: LoadedAnswer) -> None:
    """The other names of a host are its aliases; the official one is not among them.

    `getaddrinfo` tells of none. The old functions do: `gethostbyname_ex`, and `gethostbyaddr`.
    """
    found = entry(answer.host_entry("web.test"))

    assert sorted(set(found.aliases)) == ["shop.test", "www.test"]


def test_official_name_without_a_dot(answer: LoadedAnswer) -> None:
    """The official name is the one that the system calls so, and it need not be the longest.

    `getfqdn` takes the first name with a dot in it, which may be an alias.
    """
    found = entry(answer.host_entry("short"))

    assert found.name == "short"


def test_alias_leads_to_the_official_name(answer: LoadedAnswer) -> None:
    """Asked by an alias, the entry has the host's official name, and the alias among the others.

    The official name comes back from the system: AI_CANONNAME asks `getaddrinfo` for it.
    """
    found = entry(answer.host_entry("www.test"))

    assert found.name == "web.test"
    assert sorted(set(found.aliases)) == ["shop.test", "www.test"]
    assert sorted(found.addresses) == ["192.0.2.7", "192.0.2.8", "2001:db8::7"]


@pytest.mark.parametrize(
    "address", ["192.0.2.7", "2001:db8::7", "2001:DB8:0::7"], ids=["ipv4", "ipv6", "ipv6 written otherwise"]
)
def test_asked_by_address(answer: LoadedAnswer, address: str) -> None:
    """Asked by address, the entry has the host's name, and at least that address, once.

    The way back from an address to a name is `gethostbyaddr`, or `getnameinfo`. IPv6 addresses can be written in many
    ways: `ipaddress` knows them, and the system gives them in the shortest.
    """
    found = entry(answer.host_entry(address))

    assert found.name == "web.test"
    assert sorted(set(found.aliases)) == ["shop.test", "www.test"]
    addresses = [ip_address(each) for each in found.addresses]
    times = addresses.count(ip_address(address))
    assert times == 1, f"{address} is {times} times among the addresses, {found.addresses}"
    others = set(addresses) - set(map(ip_address, WEB.addresses))
    assert not others, f"not addresses of {address}'s host: {found.addresses}"


@pytest.mark.parametrize("host", [NAMELESS, NAMELESS_IPV6, DIGIT], ids=["both versions", "ipv6 alone", "a digit first"])
def test_host_that_is_not_found_backward(answer: LoadedAnswer, host: Host) -> None:
    """A name that has addresses is known, also where these lead to no name.

    The way back is another directory, kept by someone else. Asked by name, do without it; and a name may begin with a
    digit, as 9.test does.
    """
    found = entry(answer.host_entry(host.name))

    assert found.name == host.name
    assert sorted(found.addresses) == sorted(host.addresses)


def test_this_machine(answer: LoadedAnswer) -> None:
    """The empty string is this machine: the entry has a name and addresses of its own.

    `gethostname` tells what it is called. To the functions that resolve names, the empty string is no name.
    """
    found = entry(answer.host_entry(""))

    assert found.name in (MACHINE.name, LOCALHOST.name)
    own = {*MACHINE.addresses, *LOCALHOST.addresses}
    assert found.addresses, "this machine has addresses, and none came"
    assert set(found.addresses) <= own, f"not this machine's: {sorted(set(found.addresses) - own)}"


def test_asked_again(answer: LoadedAnswer, system: NameService) -> None:
    """The system is asked each time: hosts move.

    Keep nothing from call to call; how long an answer holds good, only the system knows.
    """
    before = entry(answer.host_entry("old.test"))
    system.hosts = [Host("old.test", ("192.0.2.50",))]
    after = entry(answer.host_entry("old.test"))

    assert before.addresses == ("192.0.2.5",)
    assert after.addresses == ("192.0.2.50",)


def test_unknown_name(answer: LoadedAnswer) -> None:
    """A name that the system does not know is a `socket.gaierror`, or a `socket.herror`.

    Let the error of the resolver through: which one it is depends on the function that you ask.
    """
    with raises(socket.gaierror, socket.herror):
        answer.host_entry("nobody.test")


@pytest.mark.parametrize(
    "address", ["192.0.2.200", "2001:db8::200", "2001:DB8:0::200"], ids=["ipv4", "ipv6", "ipv6 written otherwise"]
)
def test_address_without_a_name(answer: LoadedAnswer, address: str) -> None:
    """An address that leads to no name is a `socket.gaierror`, or a `socket.herror`.

    `getfqdn` and `getnameinfo` then answer with the address itself, unless NI_NAMEREQD asks for a name.
    """
    with raises(socket.gaierror, socket.herror):
        answer.host_entry(address)


def test_text_that_is_no_host_name(answer: LoadedAnswer) -> None:
    """Text that cannot be a host name at all is unknown as well; it may also be a `UnicodeError`.

    Python encodes names before it asks the system, and fails at an empty part between two dots.
    """
    with raises(socket.gaierror, socket.herror, UnicodeError):
        answer.host_entry("two..dots")


def entry(value: Any) -> Any:
    """`value`, if it is a HostEntry as the stub has it, with fields of the right types."""
    if not isinstance(value, tuple) or getattr(value, "_fields", None) != ("name", "aliases", "addresses"):
        raise Wrong(f"a HostEntry(name, aliases, addresses) is due, and {short(value)} came")
    for field in ("aliases", "addresses"):
        texts = getattr(value, field)
        if not isinstance(texts, tuple) or not all(isinstance(text, str) for text in texts):
            raise Wrong(f"{field} is a tuple of str, and {short(texts)} came")
    return value
