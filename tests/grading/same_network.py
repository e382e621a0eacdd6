"""Grades `same_network`: who is a neighbour, and who is behind a router.

You can read a prefix, and tell whether two addresses need a router between them.
"""

from kata.answer import LoadedAnswer
from kata.checks import raises
from kata.show import short
from kata.verdicts import Wrong


def test_neighbour(answer: LoadedAnswer) -> None:
    """A host whose first bits are those of the interface is on its network, though other bits of both are set.

    The interface is an address with a prefix, and no network: `ipaddress` has a class of its own for it.
    """
    near = answer.same_network(interface="192.0.2.12/26", host="192.0.2.61")

    assert yes_or_no(near), "192.0.2.61 is on the network of 192.0.2.12/26"


def test_line_within_a_number(answer: LoadedAnswer) -> None:
    """The line between two networks may run through the middle of a number, as for 192.0.2.12/26.

    A prefix counts bits: 26 of them are three numbers and a quarter of the last.
    """
    found = ask(answer, "192.0.2.12/26", "192.0.2.1", "192.0.2.65")

    assert found == {"192.0.2.1": True, "192.0.2.65": False}


def test_first_and_last_address(answer: LoadedAnswer) -> None:
    """The first and the last address of a network are on it as well, as 192.0.2.0 and 192.0.2.63 for 192.0.2.12/26.

    No host has them, but no router is needed: the last one is a broadcast to all neighbours.
    """
    found = ask(answer, "192.0.2.12/26", "192.0.2.0", "192.0.2.63", "192.0.2.64")

    assert found == {"192.0.2.0": True, "192.0.2.63": True, "192.0.2.64": False}


def test_prefix_shorter_than_a_number(answer: LoadedAnswer) -> None:
    """A short prefix makes a large network: hosts near 172.16.0.1/12 may differ from the second number on.

    Private networks are like this: 172.16.0.0/12 reaches up to 172.31.255.255.
    """
    found = ask(answer, "172.16.0.1/12", "172.31.4.5", "172.32.0.1")

    assert found == {"172.31.4.5": True, "172.32.0.1": False}


def test_prefix_of_no_bits(answer: LoadedAnswer) -> None:
    """A prefix of 0 bits, as in 192.0.2.12/0, is the network of all hosts.

    No bit has to be the same. That is how a default route is written: 0.0.0.0/0.
    """
    found = ask(answer, "192.0.2.12/0", "203.0.113.200")

    assert found == {"203.0.113.200": True}


def test_network_of_two(answer: LoadedAnswer) -> None:
    """A prefix of 31 bits, as in 192.0.2.12/31, is a network of two, the ends of a link: both are on it.

    Larger networks set their first and last address aside, this one does not (RFC 3021).
    """
    found = ask(answer, "192.0.2.12/31", "192.0.2.12", "192.0.2.13", "192.0.2.14")

    assert found == {"192.0.2.12": True, "192.0.2.13": True, "192.0.2.14": False}


def test_network_of_one(answer: LoadedAnswer) -> None:
    """A prefix of 32 bits, as in 192.0.2.12/32, is a network of one: only the interface itself is on it.

    All bits have to be the same.
    """
    found = ask(answer, "192.0.2.12/32", "192.0.2.12", "192.0.2.13")

    assert found == {"192.0.2.12": True, "192.0.2.13": False}


def test_ipv6(answer: LoadedAnswer) -> None:
    """IPv6 works as IPv4 does, with 128 bits: 64 of them, as in 2001:db8::12/64, are four groups.

    Most IPv6 networks have a prefix of 64 bits: the first half of the address.
    """
    found = ask(answer, "2001:db8::12/64", "2001:db8::ffff:ffff:ffff:ffff", "2001:db8:0:1::12")

    assert found == {"2001:db8::ffff:ffff:ffff:ffff": True, "2001:db8:0:1::12": False}


def test_line_within_a_group(answer: LoadedAnswer) -> None:
    """In IPv6, too, the line may run through a group, even through one digit of it, as for 2001:db8:0:8::1/61.

    61 bits are three groups, three digits and one bit.
    """
    found = ask(answer, "2001:db8:0:8::1/61", "2001:db8:0:f::1", "2001:db8:0:10::1")

    assert found == {"2001:db8:0:f::1": True, "2001:db8:0:10::1": False}


def test_shortest_prefix_of_ipv6(answer: LoadedAnswer) -> None:
    """In IPv6, too, a prefix of 0 bits, as in 2001:db8::1/0, is the network of all hosts.

    That is how a default route is written: ::/0.
    """
    found = ask(answer, "2001:db8::1/0", "fd00::2")

    assert found == {"fd00::2": True}


def test_longest_prefix_of_ipv6(answer: LoadedAnswer) -> None:
    """In IPv6 a prefix of 128 bits, as in ::1/128, is a network of one: only the interface itself is on it.

    Four times as many bits as in IPv4, and nothing else is new. 0:0:0:0:0:0:0:1 is ::1 written out.
    """
    found = ask(answer, "::1/128", "::1", "0:0:0:0:0:0:0:1", "::2")

    assert found == {"::1": True, "0:0:0:0:0:0:0:1": True, "::2": False}


def test_same_numbers_written_another_way(answer: LoadedAnswer) -> None:
    """An IPv6 address may be written in many ways: with zeros or without them, in upper or lower case.

    Compare numbers, never text. The interface here is 2001:db8::12/64.
    """
    found = ask(answer, "2001:db8::12/64", "2001:0DB8:0:0:0:0:0:1")

    assert found == {"2001:0DB8:0:0:0:0:0:1": True}


def test_mixed_versions(answer: LoadedAnswer) -> None:
    """An IPv6 host is never on the network of an IPv4 interface: `False`, also where the numbers are the same.

    ::c000:20c is the number of 192.0.2.12, and another address.
    """
    found = ask(answer, "192.0.2.12/26", "::c000:20c", "2001:db8::1")

    assert found == {"::c000:20c": False, "2001:db8::1": False}


def test_mixed_versions_the_other_way(answer: LoadedAnswer) -> None:
    """An IPv4 host is never on the network of an IPv6 interface: `False`, also where the numbers are the same.

    192.0.2.12 is the number of ::c000:20c, and another address.
    """
    found = ask(answer, "::c000:20c/122", "192.0.2.12", "203.0.113.1")

    assert found == {"192.0.2.12": False, "203.0.113.1": False}


def test_mixed_versions_and_no_prefix(answer: LoadedAnswer) -> None:
    """Versions do not mix on the largest networks either.

    `0.0.0.0/0` is all of IPv4, `::/0` all of IPv6.
    """
    found = ask(answer, "0.0.0.0/0", "::1") | ask(answer, "::/0", "127.0.0.1")

    assert found == {"::1": False, "127.0.0.1": False}


def test_mapped_address_is_ipv6(answer: LoadedAnswer) -> None:
    """An IPv6 address with an IPv4 address in it is an IPv6 address, and so on no IPv4 network.

    `::ffff:192.0.2.13` is how an IPv6 socket shows an IPv4 peer; as an address it has 128 bits.
    """
    found = ask(answer, "192.0.2.12/26", "::ffff:192.0.2.13")

    assert found == {"::ffff:192.0.2.13": False}


def test_host_that_is_no_address(answer: LoadedAnswer) -> None:
    """A host that is no address, such as a name, is a `ValueError`.

    `False` would say that a router can find it. In an IPv6 address `::` stands for at least one group of zeros
    (RFC 4291, section 2.2).
    """
    hosts = ["localhost", "192.0.2.256", "192.0.2.1.5", "192.0.2.x", "2001:db8::1::2", "2001:db8::g"]
    hosts += ["1:2:3:4:5:6:7::8", "::1:2:3:4:5:6:7:8", "", "192.0.2.61 or so"]

    taken = answered(answer, [("192.0.2.12/26", host) for host in hosts])

    assert not taken, f"no ValueError for {[host for _, host in taken]}"


def test_interface_that_is_no_address(answer: LoadedAnswer) -> None:
    """An interface that is no address with a prefix is a `ValueError`.

    What stands before the slash is an address, and not the name of a card or a host; behind it stands a number.
    """
    interfaces = ["localhost/26", "192.0.2.256/26", "192.0.2.1.5/26", "2001:db8::g/64", "/26", "192.0.2.1/x"]

    taken = answered(answer, [(interface, "192.0.2.1") for interface in interfaces])

    assert not taken, f"no ValueError for {[interface for interface, _ in taken]}"


def test_prefix_out_of_range(answer: LoadedAnswer) -> None:
    """A prefix outside 0 to 32, or to 128 in IPv6, is a `ValueError`.

    An address has no more bits than that, and no fewer than none.
    """
    pairs = [("192.0.2.12/33", "192.0.2.12"), ("2001:db8::1/129", "2001:db8::1"), ("192.0.2.12/-1", "192.0.2.12")]

    taken = answered(answer, pairs)

    assert not taken, f"no ValueError for {[interface for interface, _ in taken]}"


def test_prefix_out_of_range_behind_the_host(answer: LoadedAnswer) -> None:
    """A prefix out of range is a `ValueError` behind the host as well.

    A host is an address and nothing else: do not cut off what you do not expect.
    """
    with raises(ValueError):
        answer.same_network("192.0.2.12/26", "192.0.2.12/33")


def test_rubbish_of_another_version(answer: LoadedAnswer) -> None:
    """What is no address, or no prefix, is a `ValueError` also where the other side is of another version.

    Read both sides before you compare anything.
    """
    pairs = [("192.0.2.12/26", "2001:db8::g"), ("2001:db8::g/64", "192.0.2.1"), ("192.0.2.12/64", "2001:db8::1")]

    taken = answered(answer, pairs)

    assert not taken, f"no ValueError for {taken}"


def yes_or_no(value: object) -> bool:
    """`value`, if it is a bool."""
    if not isinstance(value, bool):
        raise Wrong(f"True or False is due, and {short(value)} came")
    return value


def ask(answer: LoadedAnswer, interface: str, *hosts: str) -> dict[str, bool]:
    """What is answered for each of `hosts`."""
    return {host: yes_or_no(answer.same_network(interface, host)) for host in hosts}


def answered(answer: LoadedAnswer, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of `pairs` that are answered without a `ValueError`."""
    found = []
    for interface, host in pairs:
        try:
            answer.same_network(interface, host)
        except ValueError:
            continue
        found.append((interface, host))
    return found
