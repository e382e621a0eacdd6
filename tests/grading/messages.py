"""Grades `send_message` and `recv_message`: first each by itself, against a scripted peer, then both.

TCP keeps no messages, so a protocol has to: here the length goes first. Trust it only as far as your limit.
"""

import select
import socket
from contextlib import nullcontext, suppress

import pytest

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, is_blocking, raises
from kata.fixtures import Connect
from peers import Close, End, Expect, ExpectEnd, Idle, Receive, Reset, Send
from peers.diary import SLOWNESS
from peers.pieces import Settle, bytewise

TEXT = b"\r\n \x00 \xc3\xa9 \xff\n"
"""A payload that is no text, and has fewer characters than bytes wherever it is taken for some."""

ENDS = pytest.mark.timeout(3 * SLOWNESS)
"""The end of a stream is there at once: who asks again and again after it need not be waited for long."""


def test_send_puts_the_length_first(answer: LoadedAnswer, connection: Connect) -> None:
    """`send_message` sends four bytes of length, then the payload, and nothing else; it returns nothing.

    `len(payload).to_bytes(4, "big")`, or `struct.pack(">I", …)`: the most significant byte goes first.
    """
    sock, peer = connection(Expect(b"\x00\x00\x00\x05hello"), ExpectEnd())

    returned = answer.send_message(sock, b"hello")

    sock.close()
    peer.finish()
    assert returned is None


def test_send_counts_bytes(answer: LoadedAnswer, connection: Connect) -> None:
    """Any bytes are sent as they are, and the length is their number.

    Bytes are not text: an end of line is sent like any other byte, and an é in UTF-8 is two bytes.
    """
    sock, peer = connection(Expect(frame(TEXT)), ExpectEnd())

    answer.send_message(sock, TEXT)

    sock.close()
    peer.finish()


def test_send_a_long_message(answer: LoadedAnswer, connection: Connect) -> None:
    """A long message has a length of four bytes too: 66,051 is 00 01 02 03.

    Two bytes end at 65,535.
    """
    payload = bytes(range(251)) * 264
    sock, peer = connection(Expect(b"\x00\x01\x02\x03" + payload[:66_051]), ExpectEnd())

    answer.send_message(sock, payload[:66_051])

    sock.close()
    peer.finish()


def test_send_an_empty_message(answer: LoadedAnswer, connection: Connect) -> None:
    """An empty message is a message: a length of 0, and no payload.

    Without its length the other side would never hear of it.
    """
    sock, peer = connection(Expect(b"\x00\x00\x00\x00"), ExpectEnd())

    answer.send_message(sock, b"")

    sock.close()
    peer.finish()


def test_send_takes_less_than_it_is_given(answer: LoadedAnswer, short_connection: Connect) -> None:
    """`send` may take only a part of what it is given, and the whole message goes out all the same.

    `send` returns how many bytes it took. `sendall` goes on until it has taken them all.
    """
    payload = b"a message that is longer than one send"
    sock, peer = short_connection(Expect(frame(payload)), ExpectEnd())

    answer.send_message(sock, payload)

    sock.close()
    peer.finish()


def test_send_to_a_peer_that_is_gone(answer: LoadedAnswer, connection: Connect) -> None:
    """When the other side has broken the connection off, sending is a `ConnectionError`.

    `send` raises it. Let it through: nobody else will tell your caller.
    """
    sock, peer = connection(Reset())
    peer.finish()
    wait_for_the_reset(sock)

    with raises(ConnectionError):
        answer.send_message(sock, b"hello")


def test_send_again_to_a_peer_that_has_closed(answer: LoadedAnswer, connection: Connect) -> None:
    """When the other side has closed the connection, the first message may go out, and the next is a `ConnectionError`.

    The other side's kernel answers the first with a reset. `send` then raises `BrokenPipeError`: let it through.
    """
    sock, peer = connection(Close())
    peer.finish()

    with suppress(ConnectionError):
        answer.send_message(sock, b"first")
        wait_for_the_reset(sock)
        with raises(ConnectionError):
            answer.send_message(sock, b"second")


def test_send_leaves_the_socket_as_it_was(answer: LoadedAnswer, connection: Connect) -> None:
    """After `send_message` the socket is open in both directions, and in blocking mode.

    It belongs to your caller, who may send the next message, or wait for the answer.
    """
    sock, peer = connection(Expect(frame(b"one") + frame(b"two")), Send(b"answer"))

    answer.send_message(sock, b"one")
    state = state_of(sock)
    answer.send_message(sock, b"two")

    peer.finish()
    assert state == "open, blocking"
    assert sock.recv(6) == b"answer"


def test_recv_takes_the_length_off(answer: LoadedAnswer, connection: Connect) -> None:
    """`recv_message` returns the payload, without its length.

    The first four bytes say how many follow; the most significant one comes first.
    """
    sock, peer = connection(Send(b"\x00\x00\x00\x05hello"))

    payload = answer.recv_message(sock)

    peer.finish()
    assert isinstance(payload, bytes), f"bytes are due, and a {type(payload).__name__} came"
    assert payload == b"hello"


def test_recv_any_bytes(answer: LoadedAnswer, connection: Connect) -> None:
    """The payload comes out as it was sent, byte for byte, text or not.

    Bytes are not text: no `decode`, no `strip`.
    """
    sock, peer = connection(Send(frame(TEXT)))

    payload = answer.recv_message(sock)

    peer.finish()
    assert payload == TEXT


def test_recv_one_byte_at_a_time(answer: LoadedAnswer, connection: Connect) -> None:
    """A message may come in many packets, its length too.

    Four bytes of length are bytes of a stream like any other: one `recv(4)` may give you one of them.
    """
    sock, peer = connection(bytewise(frame(b"hello")))

    payload = answer.recv_message(sock)

    peer.finish()
    assert payload == b"hello"


def test_recv_several_in_one_packet(answer: LoadedAnswer, connection: Connect) -> None:
    """Several messages in one packet come out one by one.

    Take as many bytes as the length says, and not one more: what follows is the next message.
    """
    sock, peer = connection(Send(frame(b"one") + frame(b"") + frame(b"three")), End())

    payloads = [answer.recv_message(sock) for _ in range(3)]

    peer.finish()
    assert payloads == [b"one", b"", b"three"]


def test_recv_an_empty_message(answer: LoadedAnswer, connection: Connect) -> None:
    """An empty message is a message, `b""`, and neither the end nor a reason to wait.

    `b""` from `recv` means the end of the stream; `b""` from you means a message without bytes.
    """
    sock, peer = connection(Send(frame(b"")), Expect(b"go"))

    payload = answer.recv_message(sock)

    say(sock, b"go")
    peer.finish()
    assert payload == b""


@ENDS
@pytest.mark.parametrize("before", [b"", b"last"], ids=["at once", "after a message"])
def test_recv_stream_that_ends_between_messages(answer: LoadedAnswer, connection: Connect, before: bytes) -> None:
    """A stream that ends between two messages has ended as it should: `None`.

    `recv` returns `b""` where the first byte of a length is due: nothing was cut.
    """
    sock, peer = connection(Send(frame(before) if before else b""), End())

    payloads = [answer.recv_message(sock) for _ in range(2 if before else 1)]

    peer.finish()
    assert payloads == ([before, None] if before else [None])


CUT = {
    "in the length": b"\x00\x00\x00",
    "after the length": b"\x00\x00\x00\x05",
    "in the payload": b"\x00\x00\x00\x05hell",
}


@ENDS
@pytest.mark.parametrize("sent", CUT.values(), ids=CUT)
def test_recv_stream_that_ends_in_a_message(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """A stream that ends in the middle of a message, or of its length, is an `EOFError`.

    Half a message is none. Only where no byte of a message has come is the end an end.
    """
    sock, peer = connection(Send(sent), End())

    with raises(EOFError):
        answer.recv_message(sock)

    peer.finish()


@pytest.mark.parametrize("sent", [b"", b"\x00\x00\x00\x05hell"], ids=["between messages", "in a message"])
def test_recv_reset(answer: LoadedAnswer, connection: Connect, sent: bytes) -> None:
    """A reset is an error, and never taken for the end of the stream or of a message.

    `recv` raises `ConnectionResetError`: there is nothing to catch.
    """
    sock, peer = connection(Expect(b"go"), Send(sent), Reset())
    say(sock, b"go")

    with raises(ConnectionError, EOFError):
        answer.recv_message(sock)

    peer.finish()
    assert state_of(sock) == "open, blocking"


WITHIN: dict[str, tuple[dict[str, int], int]] = {
    "the default": ({}, 1 << 20),
    "5": ({"limit": 5}, 5),
    "0": ({"limit": 0}, 0),
    "more than the default": ({"limit": 1 << 21}, 1_500_000),
}


@pytest.mark.parametrize(("limit", "size"), WITHIN.values(), ids=WITHIN)
def test_recv_up_to_the_limit(answer: LoadedAnswer, connection: Connect, limit: dict[str, int], size: int) -> None:
    """A message of as many bytes as `limit` says is received; without a limit of yours it is 1 MiB.

    Over the limit means greater, and the four bytes of length do not count.
    """
    sock, peer = connection(Send(frame(bytes(size))))

    payload = answer.recv_message(sock, **limit)

    peer.finish()
    whole = payload == bytes(size)
    assert whole, "another payload came than was sent"


OVER: dict[str, tuple[dict[str, int], int]] = {
    "6 of 5": ({"limit": 5}, 6),
    "1 of 0": ({"limit": 0}, 1),
    "1 over the default": ({}, (1 << 20) + 1),
    "16 MiB": ({}, 1 << 24),
    "4 GiB": ({}, (1 << 32) - 1),
}


@pytest.mark.parametrize(("limit", "size"), OVER.values(), ids=OVER)
def test_recv_over_the_limit(answer: LoadedAnswer, connection: Connect, limit: dict[str, int], size: int) -> None:
    """A length over `limit` is a `ValueError` before any of the payload is read: it is still in the socket.

    Anyone can write "4 GiB follow". Look at the length before you ask for a single byte more.
    """
    sock, peer = connection(Send(size.to_bytes(4, "big") + b"payload"), End())

    with raises(ValueError):
        answer.recv_message(sock, **limit)

    peer.finish()
    assert sock.recv(100) == b"payload", "the payload is not in the socket any more"


def test_recv_over_the_limit_after_a_message(answer: LoadedAnswer, connection: Connect) -> None:
    """The payload over the limit is still in the socket also when it came in one packet with the message before.

    Whoever reads ahead has read it. Ask for four bytes, then for as many as they say.
    """
    sock, peer = connection(Send(frame(b"first") + frame(b"second")), End())

    first = answer.recv_message(sock, limit=5)
    with raises(ValueError):
        answer.recv_message(sock, limit=5)

    peer.finish()
    assert first == b"first"
    assert sock.recv(100) == b"second", "the payload is not in the socket any more"


@ENDS
@pytest.mark.parametrize("rest", [b"", b"\x00\x00"], ids=["at the end", "in the middle"])
def test_recv_leaves_the_socket_as_it_was(answer: LoadedAnswer, connection: Connect, rest: bytes) -> None:
    """After `recv_message` the socket is open in both directions, and in blocking mode; after the stream's end too.

    It belongs to your caller: no `close`, no `shutdown`, no timeout that outlasts the call.
    """
    sock, peer = connection(Send(frame(b"hello") + rest), End(), Expect(b"thanks"))

    answer.recv_message(sock)
    after_message = state_of(sock)
    with raises(EOFError) if rest else nullcontext():
        answer.recv_message(sock)
    after_end = state_of(sock)

    assert (after_message, after_end) == ("open, blocking", "open, blocking")
    say(sock, b"thanks")
    peer.finish()


def test_recv_leaves_the_socket_open_over_the_limit(answer: LoadedAnswer, connection: Connect) -> None:
    """After a `ValueError` the socket is open and in blocking mode as well.

    Whether to go on with a peer that sends too much is your caller's business.
    """
    sock, peer = connection(Send(frame(b"second")), Expect(b"go on"))

    with raises(ValueError):
        answer.recv_message(sock, limit=5)

    assert state_of(sock) == "open, blocking"
    say(sock, b"go on")
    peer.finish()


@MEASURES_CPU_TIME
@pytest.mark.parametrize("sent", [0, 2, 6], ids=["for a message", "for its length", "for its payload"])
def test_recv_waits_without_spinning(answer: LoadedAnswer, connection: Connect, sent: int) -> None:
    """While a message, or the rest of one, does not come, the call uses no CPU time.

    A blocking `recv` sleeps in the kernel; a loop that asks again and again does not.
    """
    whole = frame(b"hello")
    steps = Send(whole[:sent]), Settle(), Idle(0.1), Send(whole[sent:])
    sock, peer = connection(Send(frame(b"first")), Expect(b"go"), *steps)
    answer.recv_message(sock)  # what a first call loads and starts is not waiting
    say(sock, b"go")

    payload = answer.recv_message(sock)

    diary = peer.finish()
    assert payload == b"hello"
    assert diary.idle_cpu < 0.02, f"{diary.idle_cpu:.3f} s of CPU time in 0.1 s of silence"


@MEASURES_CPU_TIME
def test_send_waits_without_spinning(answer: LoadedAnswer, connection: Connect) -> None:
    """While the other side reads nothing, `send_message` waits for room, and uses no CPU time.

    A blocking `send` sleeps in the kernel as a blocking `recv` does.
    """
    payload = bytes(16 << 20)
    sock, peer = connection(Receive(1), Settle(), Idle(0.1), Receive(len(payload) + 3), ExpectEnd())

    answer.send_message(sock, payload)

    sock.close()
    spent = peer.finish().idle_cpu
    assert spent < 0.02, f"{spent:.3f} s of CPU time in 0.1 s without room"


def test_both_together(answer: LoadedAnswer, connection: Connect) -> None:
    """A question goes out and its answer comes in over one socket, again and again.

    Neither half takes, closes or changes what the other needs.
    """
    sock, peer = connection(
        Expect(frame(b"first")), Send(frame(b"1st")), Expect(frame(b"second")), Send(frame(b"2nd")), End()
    )

    answer.send_message(sock, b"first")
    first = answer.recv_message(sock)
    answer.send_message(sock, b"second")
    second = answer.recv_message(sock)
    end = answer.recv_message(sock)

    peer.finish()
    assert [first, second, end] == [b"1st", b"2nd", None]


def frame(payload: bytes) -> bytes:
    """A message as it goes over the wire."""
    return len(payload).to_bytes(4, "big") + payload


def state_of(sock: socket.socket) -> str:
    """What has become of a socket that was open and in blocking mode when it was handed over."""
    if sock.fileno() == -1:
        return "closed"
    return "open, blocking" if is_blocking(sock) else "open, not blocking"


def wait_for_the_reset(sock: socket.socket) -> None:
    """Wait until the kernel at this end knows that the connection is broken."""
    poll = select.poll()
    poll.register(sock, 0)
    poll.poll(5000 * SLOWNESS)


def say(sock: socket.socket, data: bytes) -> None:
    """Send `data`. Where that fails, the peer misses it, and says so."""
    with suppress(OSError):
        sock.sendall(data)
