"""Grades `pack_address` and `unpack_address`: the kernel itself reads what was packed, and writes what is unpacked.

You can write a struct of C byte by byte, each number in the order that its reader expects.
"""

import ctypes
import os
import socket
import struct
import sys
from typing import Any

import pytest

from kata.answer import LoadedAnswer
from kata.checks import raises
from kata.show import short
from kata.verdicts import Wrong

LIBC = ctypes.CDLL(None, use_errno=True)
ANYTHING = b"\x1f\x90\x7f\x00\x00\x01" + bytes(8)
"""Port 8080, host 127.0.0.1, and padding: what follows the family."""


def test_kernel_connects(answer: LoadedAnswer) -> None:
    """The system call `connect(2)` takes the packed bytes, and finds your host and your port in them.

    The family is in the order of this machine, the port in network order: `struct` has `=` and `!` for them.
    """
    raw = answer.pack_address("127.0.0.1", 8080)

    assert read_by_connect(raw) == ("127.0.0.1", 8080)


@pytest.mark.skipif(sys.platform != "linux", reason="127.2.3.127 is this machine's own only on Linux")
def test_host_is_in_network_order(answer: LoadedAnswer) -> None:
    """The four numbers of the host stand in the order in which they are written.

    Network order is the most significant byte first: `inet_pton` gives it so, and a number packed with `!`.
    """
    raw = answer.pack_address(host="127.2.3.127", port=8080)

    assert read_by_connect(raw) == ("127.2.3.127", 8080)


def test_server_is_reached(answer: LoadedAnswer, listener: socket.socket) -> None:
    """A connection made with the packed bytes reaches the server.

    This is what `socket.connect` does below: it packs the address, and calls `connect(2)`.
    """
    raw = answer.pack_address(*listener.getsockname())
    assert read_by_connect(raw) == listener.getsockname()  # so that the connection stays on this machine

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        connect(client, raw)
        conn, address = listener.accept()
        with conn:
            assert address == client.getsockname()


def test_last_eight_bytes_are_zero(answer: LoadedAnswer) -> None:
    """The packed address is `bytes`, 16 of them, and the last eight are zero.

    They make the struct as long as the general one, `sockaddr`, and say nothing.
    """
    raw = answer.pack_address("127.0.0.1", 8080)

    assert sixteen_bytes(raw)[8:] == bytes(8)


def test_last_eight_bytes_are_zero_after_others(answer: LoadedAnswer) -> None:
    """The last eight bytes are zero also when others were unpacked before.

    Each call stands for itself: a struct that is kept from call to call keeps what it was given.
    """
    answer.unpack_address(family(socket.AF_INET) + ANYTHING[:6] + b"\xff" * 8)
    raw = answer.pack_address("127.0.0.1", 8080)

    assert sixteen_bytes(raw)[8:] == bytes(8)


def test_smallest_and_largest_numbers(answer: LoadedAnswer) -> None:
    """Each number of a host goes from 0 to 255, a port from 0 to 65535, all included.

    A zero alone has no leading zero.
    """
    smallest = answer.pack_address("0.0.0.0", 0)
    largest = answer.pack_address("255.255.255.255", 65535)

    assert sixteen_bytes(smallest)[2:8] == bytes(6)
    assert sixteen_bytes(largest)[2:8] == b"\xff" * 6


def test_host_of_fewer_or_more_numbers(answer: LoadedAnswer) -> None:
    """A host of fewer or more than four numbers is a `ValueError`.

    `inet_aton` takes "127.1" for 127.0.0.1, as C programs have for long; `inet_pton` does not.
    """
    taken = packed(answer, ["127.1", "1.2.3", "2130706433", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", ""])

    assert not taken, f"no ValueError for {taken}"


def test_numbers_with_leading_zeros(answer: LoadedAnswer) -> None:
    """A number with a leading zero is a `ValueError`.

    Some readers take 010 for ten, others for eight: what can be read two ways is refused.
    """
    taken = packed(answer, ["010.0.0.1", "1.2.3.04", "00.0.0.0", "0x7f.0.0.1"])

    assert not taken, f"no ValueError for {taken}"


def test_numbers_out_of_range(answer: LoadedAnswer) -> None:
    """A number outside 0 to 255 is a `ValueError`.

    It does not fit into its byte.
    """
    taken = packed(answer, ["256.0.0.1", "1.2.3.1000", "1.2.3.-4"])

    assert not taken, f"no ValueError for {taken}"


def test_other_text_in_the_numbers(answer: LoadedAnswer) -> None:
    """Blanks, signs and whatever else is no digit make a host a `ValueError`.

    `int` takes " 1", "+4" and "1_0" for numbers, and `inet_aton` stops reading at a blank.
    """
    taken = packed(answer, ["1.2.3.4 junk", " 1.2.3.4", "1.2.3.4 ", "1.2.3.+4", "1.2.3.1_0", "1.2.3.4/8", "1.2.3.4\n"])

    assert not taken, f"no ValueError for {taken}"


def test_host_that_is_no_ipv4_address(answer: LoadedAnswer) -> None:
    """A name, or an IPv6 address, is a `ValueError`.

    Names are looked up elsewhere, and IPv6 has a struct of its own, `sockaddr_in6`.
    """
    taken = packed(answer, ["localhost", "::1", "::ffff:127.0.0.1"])

    assert not taken, f"no ValueError for {taken}"


@pytest.mark.parametrize("port", [-1, 65536])
def test_port_out_of_range(answer: LoadedAnswer, port: int) -> None:
    """A port outside 0 to 65535 is a `ValueError`.

    The error of `struct` is another one: look at the port before you pack it.
    """
    with raises(ValueError):
        answer.pack_address("127.0.0.1", port)


def test_unpacks_what_getsockname_gives(answer: LoadedAnswer) -> None:
    """What `getsockname(2)` gives can be unpacked, into a `str` and an `int`.

    The same fields, the same orders, the other way round.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        raw = written_by(LIBC.getsockname, sock)

        assert answer.unpack_address(raw) == sock.getsockname()


def test_unpacks_the_other_end(answer: LoadedAnswer) -> None:
    """What `getpeername(2)` gives can be unpacked, too: host and port come out in their order.

    The port is in network order here as well, and has to be turned into the order of this machine.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect(("127.0.0.1", 8080))  # of datagrams: nothing is sent
        raw = written_by(LIBC.getpeername, sock)

        assert answer.unpack_address(raw=raw) == ("127.0.0.1", 8080)


def test_unpacks_smallest_and_largest_numbers(answer: LoadedAnswer) -> None:
    """Unpacked numbers are never negative: hosts go from 0.0.0.0 to 255.255.255.255, ports from 0 to 65535.

    They are unsigned: `H` and not `h` in the words of `struct`. A socket that is not bound yet has zeros alone.
    """
    smallest = family(socket.AF_INET) + bytes(6) + bytes(8)
    largest = family(socket.AF_INET) + b"\xff" * 6 + bytes(8)

    assert answer.unpack_address(smallest) == ("0.0.0.0", 0)
    assert answer.unpack_address(largest) == ("255.255.255.255", 65535)


def test_last_eight_bytes_are_ignored(answer: LoadedAnswer) -> None:
    """The last eight bytes are ignored when unpacked, whatever they are.

    Not every program clears them.
    """
    raw = family(socket.AF_INET) + ANYTHING[:6] + b"\xff" * 8

    assert answer.unpack_address(raw) == ("127.0.0.1", 8080)


def test_another_family(answer: LoadedAnswer) -> None:
    """Bytes of another family than `AF_INET` are a `ValueError`.

    What follows the family means something else there.
    """
    with raises(ValueError):
        answer.unpack_address(family(socket.AF_INET6) + ANYTHING)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the first byte is the length of the struct")
def test_family_has_two_bytes(answer: LoadedAnswer) -> None:
    """The family is two bytes wide: one whose first byte alone is that of `AF_INET` is another, a `ValueError`.

    Compare both bytes with those that you pack.
    """
    with raises(ValueError):
        answer.unpack_address(family(socket.AF_INET + 0x0100) + ANYTHING)


def test_family_in_network_order(answer: LoadedAnswer) -> None:
    """The two bytes of the family count in their order: turned round they are another family, a `ValueError`.

    Compare both bytes with those that you pack.
    """
    with raises(ValueError):
        answer.unpack_address(family(socket.AF_INET)[::-1] + ANYTHING)


def test_fewer_than_16_bytes(answer: LoadedAnswer) -> None:
    """Fewer than 16 bytes are a `ValueError`.

    The error of `struct` is another one: look at the length first.
    """
    raw = family(socket.AF_INET) + ANYTHING

    taken = unpacked(answer, [raw[:size] for size in (0, 1, 2, 8, 15)])

    assert not taken, f"unpacked all the same: {taken} bytes"


def test_more_than_16_bytes(answer: LoadedAnswer) -> None:
    """More than 16 bytes are a `ValueError`.

    A longer struct is of another family, or two of them.
    """
    raw = family(socket.AF_INET) + ANYTHING

    taken = unpacked(answer, [raw + bytes(1), raw + bytes(12), raw + raw])

    assert not taken, f"unpacked all the same: {taken} bytes"


def family(number: int) -> bytes:
    """The bytes that a struct of this family begins with; on BSD and macOS the first is its length."""
    return struct.pack("=H", number) if sys.platform == "linux" else bytes([16, number])


def sixteen_bytes(raw: object) -> bytes:
    """`raw`, if it is as long as a sockaddr_in."""
    if not isinstance(raw, bytes):
        raise Wrong(f"bytes are due, and {short(raw)} came")
    if len(raw) != 16:
        raise Wrong(f"sockaddr_in has 16 bytes, and yours has {len(raw)}: {short(raw)}")
    return raw


def read_by_connect(raw: object) -> Any:
    """The host and port that the kernel finds in `raw`: a socket of datagrams connects without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        connect(sock, sixteen_bytes(raw))
        return sock.getpeername()


def connect(sock: socket.socket, raw: bytes) -> None:
    """Call connect(2) with `raw`."""
    if LIBC.connect(sock.fileno(), raw, len(raw)):
        raise Wrong(f"connect(2) of {raw.hex(' ')}: {os.strerror(ctypes.get_errno())}")


def written_by(function: Any, sock: socket.socket) -> bytes:
    """The bytes that getsockname(2) or getpeername(2) writes."""
    buffer, size = ctypes.create_string_buffer(16), ctypes.c_uint32(16)
    assert function(sock.fileno(), buffer, ctypes.byref(size)) == 0
    return buffer.raw[: size.value]


def packed(answer: LoadedAnswer, hosts: list[str]) -> list[str]:
    """Those of `hosts` that are packed without a `ValueError`."""
    return [host for host in hosts if not refused(answer.pack_address, host, 8080)]


def unpacked(answer: LoadedAnswer, raws: list[bytes]) -> list[int]:
    """The lengths of those of `raws` that are unpacked without a `ValueError`."""
    return [len(raw) for raw in raws if not refused(answer.unpack_address, raw)]


def refused(function: Any, *args: object) -> bool:
    """Whether the call is a `ValueError`."""
    try:
        function(*args)
    except ValueError:
        return True
    return False
