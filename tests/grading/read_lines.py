"""Grades `read_lines`: text from a stream, a line at a time, as soon as it is there.

Packets end where they like, characters and lines where they must: split bytes at `\\n`, and decode whole lines.
"""

import gc
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, WHOLE_BUFFERS, is_blocking, raises
from kata.fixtures import Connect
from peers import End, Expect, ExpectEnd, Idle, Reset, Send
from peers.diary import SLOWNESS
from peers.pieces import Settle, bytewise


def test_each_line_as_soon_as_it_is_whole(answer: LoadedAnswer, connection: Connect) -> None:
    """You give each line as soon as it is whole: the other side may wait for your caller's reply to it.

    `yield` each line as its end comes, and receive more only when the caller wants the next.
    """
    sock, peer = connection(
        Send(b"one\ntwo\n"), Expect(b"1"), Send(b"three\r\ncaf\xc3"), Expect(b"2"), Send(b"\xa9\n"), End()
    )

    lines = answer.read_lines(sock)
    first, second = next(lines, None), next(lines, None)
    say(sock, b"1")
    third = next(lines, None)
    say(sock, b"2")
    fourth = next(lines, None)

    peer.finish()
    assert [first, second, third, fourth] == ["one", "two", "three", "café"]
    assert isinstance(lines, Iterator)


def test_whole_buffers(answer: LoadedAnswer, connection: Connect) -> None:
    """A line is given as soon as it is whole also where it fills your buffer to the brim.

    A `recv` that gives as many bytes as you asked for does not say that there are more.
    """
    steps = [step for size in WHOLE_BUFFERS for step in (Send(b"x" * (size - 1) + b"\n"), Expect(b"!"))]
    sock, peer = connection(*steps, End())

    lines = answer.read_lines(sock)
    for size in WHOLE_BUFFERS:
        line = next(lines, None)
        if line is None:
            break
        assert len(line) == size - 1, f"a line of {len(line)} characters came, and one of {size - 1} was sent"
        say(sock, b"!")

    peer.finish()
    assert list(lines) == []


def test_several_lines_in_one_packet(answer: LoadedAnswer, connection: Connect) -> None:
    """Several lines in one packet are several lines, each without its `\\n` or `\\r\\n`; empty lines are lines.

    Of what one `recv` gives, all lines up to the last `\\n` are whole.
    """
    sock, peer = connection(Send(b"one\ntwo\r\n\n\r\nthree\n"), End())

    lines = list(answer.read_lines(sock))

    peer.finish()
    assert lines == ["one", "two", "", "", "three"]


def test_one_byte_at_a_time(answer: LoadedAnswer, connection: Connect) -> None:
    """A character split between two packets is whole, and so is a `\\r\\n`.

    In UTF-8 a character has up to four bytes. Decode the line once its `\\n` is there, not what a `recv` gives.
    """
    sock, peer = connection(bytewise("née 5 € 😀\r\nà\n".encode()), End())

    lines = list(answer.read_lines(sock))

    peer.finish()
    assert lines == ["née 5 € 😀", "à"]


ENDINGS = {
    "no end": (b"one\ntwo", ["one", "two"]),
    "an end": (b"one\ntwo\n", ["one", "two"]),
    "an empty line": (b"one\n\n", ["one", ""]),
    "a carriage return": (b"one\ntwo\r", ["one", "two\r"]),
    "nothing at all": (b"", []),
}


@pytest.mark.parametrize(("sent", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_last_line(answer: LoadedAnswer, connection: Connect, sent: bytes, expected: list[str]) -> None:
    """At the end of the stream you give also a last line that has no end of its own, as it is; then you stop.

    What is left when `recv` returns `b""` is that line. Nothing left is no line.
    """
    sock, peer = connection(Send(sent), End())

    lines = list(answer.read_lines(sock))

    peer.finish()
    assert lines == expected


ODD = {
    "carriage return": "one\rtwo",
    "two carriage returns": "one\r",
    "vertical tab and form feed": "one\x0btwo\x0cthree",
    "separators": "one\x1ctwo\x1dthree\x1efour",
    "next line": "one\x85two",
    "line and paragraph separator": "one\u2028two\u2029three",
    "zero": "one\0two",
    "byte order mark": "\ufeffone\ufeff",
    "white space": " \t one \t\xa0",
}


@pytest.mark.parametrize("line", ODD.values(), ids=ODD)
def test_only_line_feed_ends_a_line(answer: LoadedAnswer, connection: Connect, line: str) -> None:
    """Only `\\n` ends a line, and a single `\\r` right before it goes with it: all else belongs to the line.

    `str.splitlines`, `strip` and text files see ends of lines where the wire has none.
    """
    sock, peer = connection(Send(f"{line}\r\nnext\n".encode()), End())

    lines = list(answer.read_lines(sock))

    peer.finish()
    assert lines == [line, "next"]


WITHIN = {
    "5 bytes": (b"12345\n", ["12345"]),
    "5 bytes and a carriage return": (b"12345\r\n", ["12345"]),
    "5 bytes without an end": (b"12345", ["12345"]),
    "many lines": (b"12345\n" * 9, ["12345"] * 9),
    "lines and a rest": (b"1234\n1234", ["1234", "1234"]),
}


@pytest.mark.parametrize(("sent", "expected"), WITHIN.values(), ids=WITHIN)
def test_up_to_the_limit(answer: LoadedAnswer, connection: Connect, sent: bytes, expected: list[str]) -> None:
    """A line of as many bytes as `limit` says is good: its end, `\\n` or `\\r\\n`, does not count, nor do other lines.

    Measure the line, not what you have received so far.
    """
    sock, peer = connection(Send(sent), End())

    lines = list(answer.read_lines(sock, limit=5))

    peer.finish()
    assert lines == expected


def test_up_to_the_limit_one_byte_at_a_time(answer: LoadedAnswer, connection: Connect) -> None:
    """A `\\r` after `limit` bytes may be the beginning of the end: with the next byte you know.

    That is why you may wait for two bytes more than `limit`, and no longer.
    """
    sock, peer = connection(bytewise(b"12345\r\n12345\n"), End())

    lines = list(answer.read_lines(sock, limit=5))

    peer.finish()
    assert lines == ["12345", "12345"]


def test_empty_lines_with_a_limit_of_zero(answer: LoadedAnswer, connection: Connect) -> None:
    """`limit=0` allows empty lines, and only those.

    Zero is a limit like any other.
    """
    sock, peer = connection(Send(b"\n\r\n1\n"), End())

    lines = answer.read_lines(sock, limit=0)
    empty = [next(lines, None), next(lines, None)]
    with raises(ValueError):
        next(lines)

    peer.finish()
    assert empty == ["", ""]


OVER = {
    "6 bytes": b"123456\n",
    "6 bytes and a carriage return": b"123456\r\n",
    "5 bytes and two carriage returns": b"12345\r\r\n",
    "6 bytes in 3 characters": "ééé\n".encode(),
    "6 bytes without an end": b"123456",
    "5 bytes and a carriage return without an end": b"12345\r",
}


@pytest.mark.parametrize("line", OVER.values(), ids=OVER)
def test_over_the_limit(answer: LoadedAnswer, connection: Connect, line: bytes) -> None:
    """A line of more bytes than `limit` is a `ValueError`, after the good lines before it.

    Bytes count, not characters; and only one `\\r` belongs to the end.
    """
    sock, peer = connection(Send(b"good\n" + line), End())

    lines = answer.read_lines(sock, limit=5)
    first = next(lines, None)
    with raises(ValueError):
        next(lines)

    peer.finish()
    assert first == "good"


ENDLESS = {
    "7 bytes": b"1234567",
    "5 bytes and two carriage returns": b"12345\r\r",
    "a carriage return in between": b"12345\r7",
}


@pytest.mark.parametrize("sent", ENDLESS.values(), ids=ENDLESS)
def test_over_the_limit_without_an_end(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """A line is too long as soon as that is sure, at the latest `limit` + 2 bytes into it: `ValueError` then.

    Its end may never come. Whoever waits for it holds all that the other side cares to send.
    """
    sock, peer = connection(Send(b"good\n" + sent), Expect(b"go"))

    lines = answer.read_lines(sock, limit=5)
    first = next(lines, None)
    with raises(ValueError):
        next(lines)

    say(sock, b"go")
    peer.finish()
    assert first == "good"


@pytest.mark.timeout(30 * SLOWNESS)  # two lines of 64 KiB, received one byte at a time, can take long
def test_default_limit(answer: LoadedAnswer, connection: Connect) -> None:
    """Without a limit of yours a line may have 65,536 bytes, and no more.

    The default is part of the signature.
    """
    sock, peer = connection(Send(b"x" * 65_536 + b"\r\n" + b"y" * 65_537 + b"\n"), End())

    lines = answer.read_lines(sock)
    first = next(lines, None)
    with raises(ValueError):
        next(lines)

    peer.finish()
    whole = first == "x" * 65_536
    assert whole, "another line came than was sent"


NOT_UTF8 = {
    "Latin-1": b"caf\xe9!\n",
    "a surrogate": b"\xed\xa0\x80\n",
    "a character cut by the end of the line": b"\xe2\x82\n\xac\n",
    "a character cut by the end of the stream": b"5 \xe2\x82",
}


@pytest.mark.parametrize("bad", NOT_UTF8.values(), ids=NOT_UTF8)
def test_not_utf8(answer: LoadedAnswer, connection: Connect, bad: bytes) -> None:
    """A line that is not UTF-8 is a `UnicodeDecodeError`, after the good lines before it.

    `bytes.decode` raises it. Decode line by line: a packet may hold good lines before the bad one.
    """
    sock, peer = connection(Send("one\ndéux\n".encode() + bad), End())

    lines = answer.read_lines(sock)
    good = [next(lines, None), next(lines, None)]
    with raises(UnicodeDecodeError):
        next(lines)

    peer.finish()
    assert good == ["one", "déux"]


def test_reset(answer: LoadedAnswer, connection: Connect) -> None:
    """A reset is an error, and not the end of the stream: the line that it cut is not given.

    `recv` raises `ConnectionResetError`: there is nothing to catch.
    """
    sock, peer = connection(Send(b"one\ntw"), Expect(b"1"), Reset())

    lines = answer.read_lines(sock)
    first = next(lines, None)
    say(sock, b"1")
    with raises(ConnectionError, EOFError):
        next(lines)

    peer.finish()
    assert first == "one"
    assert sock.fileno() != -1, "the socket was closed"
    assert is_blocking(sock), "the socket was left with a timeout, or in non-blocking mode"


def test_socket_stays_open(answer: LoadedAnswer, connection: Connect) -> None:
    """The socket stays open in both directions, after the last line too, and no file of yours keeps it open.

    It belongs to your caller. A file that you make of it is yours to close.
    """
    sock, peer = connection(Send(b"one\n"), End(), Expect(b"thanks"), ExpectEnd())

    lines = answer.read_lines(sock)
    list(lines)

    assert sock.fileno() != -1, "the socket was closed"
    say(sock, b"thanks")
    sock.close()
    peer.finish()


def test_socket_stays_open_when_the_rest_is_not_wanted(answer: LoadedAnswer, connection: Connect) -> None:
    """The socket stays open as well when your caller takes a line and drops the iterator.

    A `break` out of the caller's loop ends a generator at its `yield`: `finally` runs there, and `with` closes.
    """
    sock, peer = connection(Send(b"one\ntwo\n"), Expect(b"thanks"), ExpectEnd(or_reset=True))

    lines = answer.read_lines(sock)
    next(lines)
    del lines
    gc.collect()

    assert sock.fileno() != -1, "the socket was closed"
    say(sock, b"thanks")
    sock.close()
    peer.finish()


@pytest.mark.parametrize("bad", [b"12345678\n", b"\xff\n"], ids=["over the limit", "not UTF-8"])
def test_socket_stays_open_after_an_error(answer: LoadedAnswer, connection: Connect, bad: bytes) -> None:
    """After a `ValueError` and a `UnicodeDecodeError` the socket is open as well, and no file of yours keeps it open.

    Whether to go on after a bad line is your caller's business.
    """
    sock, peer = connection(Send(bad), Expect(b"thanks"), ExpectEnd(or_reset=True))

    lines = answer.read_lines(sock, limit=5)
    with raises(ValueError):
        next(lines)

    assert sock.fileno() != -1, "the socket was closed"
    assert is_blocking(sock), "the socket was left with a timeout, or in non-blocking mode"
    say(sock, b"thanks")
    sock.close()
    peer.finish()


def test_socket_stays_in_blocking_mode(answer: LoadedAnswer, connection: Connect) -> None:
    """The socket is in blocking mode whenever your caller has it: between two lines, and after the last.

    Your caller may send and receive on it meanwhile: leave no timeout on it, and no `setblocking(False)`.
    """
    sock, peer = connection(Send(b"one\ntwo\n"), End())

    lines = answer.read_lines(sock)
    next(lines)
    between = is_blocking(sock)
    list(lines)

    peer.finish()
    assert between, "the socket has a timeout between two lines, or is in non-blocking mode"
    assert is_blocking(sock), "the socket was left with a timeout, or in non-blocking mode"


@MEASURES_CPU_TIME
@pytest.mark.parametrize("sent", [b"", b"tw"], ids=["for a line", "for its end"])
def test_waits_without_spinning(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """While a line, or the rest of one, does not come, you use no CPU time.

    A blocking `recv` sleeps in the kernel; a loop that asks again and again does not.
    """
    steps = Send(sent), Settle(), Idle(0.1), Send(b"two\n"[len(sent) :])
    sock, peer = connection(Send(b"one\n"), Expect(b"1"), *steps)
    lines = answer.read_lines(sock)
    first = next(lines, None)  # what a first call loads and starts is not waiting
    say(sock, b"1")

    second = next(lines, None)

    diary = peer.finish()
    assert [first, second] == ["one", "two"]
    assert diary.idle_cpu < 0.02, f"{diary.idle_cpu:.3f} s of CPU time in 0.1 s of silence"


def say(sock: socket.socket, data: bytes) -> None:
    """Send `data`. Where that fails, the peer misses it, and says so."""
    with suppress(OSError):
        sock.sendall(data)
