"""Grades `recv_exactly`: so many bytes of a stream, however the network has cut it.

A stream has no seams: who needs so many bytes counts them, asks for the rest, and leaves alone what follows.
"""

import socket
from contextlib import suppress

import pytest

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, is_blocking, raises
from kata.fixtures import Connect
from kata.verdicts import Wrong
from peers import End, Expect, ExpectEnd, Idle, Reset, Send
from peers.bulk import Bulk
from peers.diary import SLOWNESS
from peers.pieces import Pieces, Settle, bytewise

ENDS = pytest.mark.timeout(3 * SLOWNESS)
"""The end of a stream is there at once: who asks again and again after it need not be waited for long."""


def test_one_byte_at_a_time(answer: LoadedAnswer, connection: Connect) -> None:
    """The bytes may come one at a time: a `recv` that gives fewer than you asked for is not the last.

    Ask again, for what is still missing, until all are there.
    """
    sock, peer = connection(bytewise(b"hello"))

    received = answer.recv_exactly(sock, 5)

    peer.finish()
    assert isinstance(received, bytes), f"bytes are due, and a {type(received).__name__} came"
    assert received == b"hello"


def test_what_follows_stays_in_the_socket(answer: LoadedAnswer, connection: Connect) -> None:
    """Not one byte more is taken than was asked for: what follows stays in the socket for the next call.

    `recv(n)` takes as many as n bytes if they are there, and a file made by `makefile` reads ahead.
    """
    sock, peer = connection(Send(b"hello, world"), End())

    received = answer.recv_exactly(sock, 5)

    peer.finish()
    assert received == b"hello"
    assert sock.recv(100) == b", world", "what followed is not in the socket any more"


def test_each_recv_asks_for_what_is_missing(answer: LoadedAnswer, connection: Connect) -> None:
    """Once a part is there you ask only for the rest: what follows stays in the socket.

    After 3 of 5 bytes 2 are missing. A `recv(5)` then takes 3 that are not yours.
    """
    sock, peer = connection(Pieces((b"hel", b"lo, world")), End())

    received = answer.recv_exactly(sock, 5)

    peer.finish()
    assert received == b"hello"
    assert sock.recv(100) == b", world", "what followed is not in the socket any more"


@pytest.mark.parametrize("count", [1000, 70_000, 1 << 20])
def test_what_follows_a_long_part_stays(answer: LoadedAnswer, connection: Connect, count: int) -> None:
    """Also after a long part nothing of what follows is taken.

    Ask for no more than what is missing, however large your buffer is: there is no way to put bytes back.
    """
    sock, peer = connection(Send(bytes(count) + b", world"), End())

    received = answer.recv_exactly(sock, count)

    peer.finish()
    assert received == bytes(count)
    assert sock.recv(100) == b", world", "what followed is not in the socket any more"


def test_any_bytes(answer: LoadedAnswer, connection: Connect) -> None:
    """You return what was sent, byte for byte, text or not.

    Bytes are not text: no `decode`, no `strip`, and an end of line or a zero is a byte like any other.
    """
    sent = b"\r\n \x00" + bytes(range(256)) + b"\xff\xfe\n\n "
    sock, peer = connection(Send(sent))

    received = answer.recv_exactly(sock, len(sent))

    peer.finish()
    assert received == sent


@pytest.mark.timeout(60 * SLOWNESS)  # 4 s of CPU time can take long
def test_sixty_four_mebibytes(answer: LoadedAnswer, connection: Connect) -> None:
    """64 MiB take a time in proportion, not its square.

    `data += chunk` copies all that `bytes` has so far, each time. A `bytearray` grows in place; `b"".join` copies once.
    """
    mebibyte = bytes(range(256)) * 4096
    sock, peer = connection(Expect(b"go"), Bulk(mebibyte, 64, seconds=4))
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 15)  # so that no recv gives a large part
    say(sock, b"go")

    received = answer.recv_exactly(sock, 64 << 20)

    peer.finish()
    assert len(received) == 64 << 20
    unchanged = all(received.startswith(mebibyte, start) for start in range(0, 64 << 20, 1 << 20))
    assert unchanged, "64 MiB came, and other bytes than were sent"


@ENDS
@pytest.mark.parametrize("sent", [b"", b"hell"], ids=["at once", "one byte too early"])
def test_stream_that_ends_before(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """A stream that ends before all bytes are there is an `EOFError`.

    `recv` returns `b""` then, and will for ever: no more is to come.
    """
    sock, peer = connection(Send(sent), End())

    with raises(EOFError):
        answer.recv_exactly(sock, 5)

    peer.finish()


@pytest.mark.parametrize("sent", [b"", b"hell"], ids=["at once", "one byte too early"])
def test_reset(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """A reset is not the end of the stream: it goes through as `ConnectionResetError`.

    `recv` raises it: there is nothing to catch.
    """
    sock, peer = connection(Expect(b"go"), Send(sent), Reset())
    say(sock, b"go")

    with raises(ConnectionResetError):
        answer.recv_exactly(sock, 5)

    peer.finish()
    assert sock.fileno() != -1, "the socket was closed"
    assert is_blocking(sock), "the socket was left with a timeout, or in non-blocking mode"


def test_count_of_zero_does_not_wait(answer: LoadedAnswer, connection: Connect) -> None:
    """`count=0` gives `b""` at once, also when the other side says nothing.

    Nothing is missing, so there is nothing to wait for: look at what is missing first, then `recv`.
    """
    sock, peer = connection(Expect(b"go"), Send(b"hello"))

    received = answer.recv_exactly(sock, 0)

    say(sock, b"go")
    peer.finish()
    assert received == b""


@pytest.mark.parametrize("sent", [b"", b"hello"], ids=["the stream has ended", "bytes wait"])
def test_count_of_zero_touches_nothing(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """`count=0` gives `b""` and touches nothing: neither bytes that wait in the socket nor its end are looked at.

    The stream does not end too early when no byte was asked for.
    """
    sock, peer = connection(Send(sent), End())
    peer.finish()

    received = answer.recv_exactly(sock, 0)

    assert received == b""
    assert sock.recv(100) == sent, "the bytes that waited in the socket were touched"


def test_count_of_zero_leaves_a_reset(answer: LoadedAnswer, connection: Connect) -> None:
    """`count=0` leaves a reset for the next `recv` as well: that raises `ConnectionResetError`.

    The kernel tells of a reset once, to whoever touches the socket first.
    """
    sock, peer = connection(Reset())
    peer.finish()

    received = answer.recv_exactly(sock, 0)

    assert received == b""
    try:
        after = sock.recv(1)
    except ConnectionResetError:
        return
    raise Wrong(f"the reset was taken from the socket: `recv` then gave {after!r}")


def test_negative_count(answer: LoadedAnswer, connection: Connect) -> None:
    """A negative count is a `ValueError`, and nothing is received.

    No stream has fewer than no bytes: look at the count before you touch the socket.
    """
    sock, peer = connection(Send(b"hello"), End())

    with raises(ValueError):
        answer.recv_exactly(sock, -1)

    peer.finish()
    assert sock.recv(100) == b"hello", "the bytes that waited in the socket were touched"


@ENDS
def test_socket_stays_open(answer: LoadedAnswer, connection: Connect) -> None:
    """The socket stays open in both directions, after an `EOFError` too.

    It belongs to your caller: no `close`, no `shutdown`, no `with`.
    """
    sock, peer = connection(Send(b"hello"), End(), Expect(b"thanks"), ExpectEnd())

    answer.recv_exactly(sock, 5)
    with raises(EOFError):
        answer.recv_exactly(sock, 1)

    assert sock.fileno() != -1, "the socket was closed"
    say(sock, b"thanks")
    sock.close()
    peer.finish()


@ENDS
def test_socket_stays_in_blocking_mode(answer: LoadedAnswer, connection: Connect) -> None:
    """The socket stays in blocking mode, after an `EOFError` too.

    Whoever calls you may wait in it for as long as it takes: leave no timeout on it, and no `setblocking(False)`.
    """
    sock, peer = connection(Send(b"hello"), End())

    answer.recv_exactly(sock, 5)
    after_bytes = is_blocking(sock)
    with raises(EOFError):
        answer.recv_exactly(sock, 1)
    after_end = is_blocking(sock)

    peer.finish()
    assert after_bytes, "the socket was left with a timeout, or in non-blocking mode"
    assert after_end, "the socket was left with a timeout, or in non-blocking mode, after the end"


@MEASURES_CPU_TIME
@pytest.mark.parametrize("sent", [b"", b"c"], ids=["for the first byte", "for the rest"])
def test_waits_without_spinning(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """While bytes are missing and none come, the call uses no CPU time.

    A blocking `recv` sleeps in the kernel; a loop that asks again and again does not.
    """
    sock, peer = connection(Send(b"ab"), Expect(b"go"), Send(sent), Settle(), Idle(0.1), Send(b"cd"[len(sent) :]))
    answer.recv_exactly(sock, 2)  # what a first call loads and starts is not waiting
    say(sock, b"go")

    received = answer.recv_exactly(sock, 2)

    diary = peer.finish()
    assert received == b"cd"
    assert diary.idle_cpu < 0.02, f"{diary.idle_cpu:.3f} s of CPU time in 0.1 s of silence"


def say(sock: socket.socket, data: bytes) -> None:
    """Send `data`. Where that fails, the peer misses it, and says so."""
    with suppress(OSError):
        sock.sendall(data)
