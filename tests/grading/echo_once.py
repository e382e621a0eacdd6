"""Grades `echo_once`: one client of a listening socket, from its first byte to its end.

You can read a stream to its end, answer as it comes, and close without losing a byte.
"""

import socket
import time

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, WHOLE_BUFFERS, count, is_blocking, may_raise_connection_error
from peers import End, Exchange, Expect, ExpectEnd, Hold, Idle, Receive, Reset, Send
from peers.handle import Peers
from peers.pieces import Settle


def test_bytes_come_back_as_they_arrive(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """The client may wait for its answer before it sends more.

    Send each chunk back as soon as `recv` gives it to you, then call `recv` again.
    """
    client = peers.client(
        listener, Send(b"hello"), Expect(b"hello"), Send(b"again"), Expect(b"again"), End(), ExpectEnd()
    )

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == 10


def test_whole_buffers_come_back(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """What comes back at once is all that has come, also where it fills your buffer to the brim.

    A `recv` that gives as many bytes as you asked for does not say that there are more.
    """
    steps = [step for size in WHOLE_BUFFERS for step in (Send(bytes(size)), Receive(size))]
    client = peers.client(listener, *steps, End(), ExpectEnd())

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == sum(WHOLE_BUFFERS)


def test_any_bytes_come_back_unchanged(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """What comes back is what was sent, byte for byte, text or not.

    Bytes are not text: send what `recv` gave you, without `decode`, `strip` or an end of line added.
    """
    sent = b"\r\n \x00" + bytes(range(256)) + b"\xff\xfe\n\n "
    client = peers.client(listener, Send(sent), Expect(sent), End(), ExpectEnd())

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == len(sent)


def test_one_byte_at_a_time(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client may send one byte at a time: a short `recv` is not the end of the stream.

    Only `b""` from `recv` says that the client has ended its side; one byte is one byte.
    """
    steps = [step for byte in b"one by one" for step in (Send(bytes([byte])), Expect(bytes([byte])))]
    client = peers.client(listener, *steps, End(), ExpectEnd())

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == 10


def test_eight_mebibytes_at_once(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client may send 8 MiB in one go, and gets all of them back.

    The kernel cuts a stream into pieces as it likes: loop until `recv` returns `b""`.
    """
    sent = bytes(range(251)) * ((8 << 20) // 251)
    client = peers.client(listener, Exchange(sent), End(), ExpectEnd())

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == len(sent)


def test_send_may_take_less_than_it_is_given(answer: LoadedAnswer, short_listener: socket.socket, peers: Peers) -> None:
    """`send` may take only a part of what it is given, and every byte comes back all the same.

    `send` returns how many bytes it took. `sendall` goes on until it has taken them all.
    """
    sent = b"a message that is longer than one send"
    client = peers.client(short_listener, Send(sent), End(), Expect(sent), ExpectEnd(), ahead=2)

    echoed = answer.echo_once(short_listener)

    client.finish()
    assert count(echoed) == len(sent)


def test_client_that_ends_at_once(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client that ends its side at once is served too: nothing is echoed, and the count is 0.

    The very first `recv` returns `b""`; close the connection then as after any other client.
    """
    client = peers.client(listener, End(), ExpectEnd())

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == 0


def test_half_closed_client_gets_the_rest(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client that has ended its side still gets everything that is left.

    Its end means only that it sends no more. What you have not sent yet goes out first; then you close.
    """
    sent = bytes(range(256)) * 400
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # so that not all of it can be sent at once
    client = peers.client(listener, Send(sent), End(), Expect(sent), ExpectEnd(), receive_buffer=4096)

    echoed = answer.echo_once(listener)

    client.finish()
    assert count(echoed) == len(sent)


def test_returns_when_all_is_sent(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """It returns when all is sent and the connection closed: not while a slow client still gets what is left.

    A thread that goes on behind your caller's back is no end: nobody would learn what became of the rest.
    """
    sent = bytes(1 << 15)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # so that not all of it can be sent at once
    steps = Send(sent), End(), Receive(1), Settle(), Hold(0.1), Receive(len(sent) - 1), ExpectEnd()
    client = peers.client(listener, *steps, receive_buffer=4096)

    answer.echo_once(listener)

    returned = time.monotonic_ns()
    silent = next(event.at for event in client.finish().events if event.what.startswith("silent"))
    early = silent + 100_000_000 - returned
    assert early <= 0, f"it returned {early / 1e6:.0f} ms before the client read on, with bytes yet to be sent"


def test_next_client_is_untouched(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """Exactly one client is served: the next one stays in the queue of the listening socket, which stays open for it.

    Call `accept` once, and close the connection that it gave you, not the socket that you were handed.
    """
    first = peers.client(listener, Send(b"first"), Expect(b"first"), End(), ExpectEnd(), name="first client")
    second = peers.client(listener, Send(b"second"), Expect(b"second"), End(), ExpectEnd(), name="second client")

    echoed_first = answer.echo_once(listener)
    first.finish()
    echoed_second = answer.echo_once(listener)
    second.finish()

    assert (count(echoed_first), count(echoed_second)) == (5, 6)


def test_listener_stays_as_it_was(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """The listening socket stays open, listening, and in blocking mode.

    It belongs to your caller: no `close`, no `settimeout`, no `setblocking(False)` that outlasts the call.
    """
    client = peers.client(listener, Send(b"x"), Expect(b"x"), End(), ExpectEnd())

    answer.echo_once(listener)

    client.finish()
    stays_as_it_was(listener)


def test_client_that_resets(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client that breaks the connection off ends the call: it returns, or it raises `ConnectionError`.

    `recv` raises `ConnectionResetError` then. Let it through or catch it, but close the connection on that way out too.
    """
    client = peers.client(listener, Send(b"hello"), Expect(b"hello"), Reset())

    with may_raise_connection_error():
        answer.echo_once(listener)

    client.finish()
    stays_as_it_was(listener)


def test_client_that_resets_after_its_end(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client may also break the connection off when it has ended its side, and what is left cannot be sent.

    `send` raises `BrokenPipeError` then, another `ConnectionError`. Close the connection on every way out.
    """
    sent = bytes(1 << 15)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # so that not all of it can be sent at once
    client = peers.client(listener, Send(sent), End(), Receive(1), Reset(), receive_buffer=4096)

    with may_raise_connection_error():
        answer.echo_once(listener)

    client.finish()
    stays_as_it_was(listener)


def test_next_client_gets_nothing_of_the_last(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """What a client that broke the connection off has not been sent is not for the next one.

    Each call begins with nothing: what you have yet to send belongs to one connection, and ends with it.
    """
    sent = bytes(1 << 15)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # so that not all of it can be sent at once
    first = peers.client(listener, Send(sent), Receive(1), Reset(), receive_buffer=4096, name="first client")
    with may_raise_connection_error():
        answer.echo_once(listener)
    first.finish()
    second = peers.client(listener, Send(b"second"), Expect(b"second"), End(), ExpectEnd(), name="second client")

    echoed = answer.echo_once(listener)

    second.finish()
    assert count(echoed) == 6


def test_client_that_resets_before_it_is_accepted(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """A client that is gone before you accept it is a client all the same: return, or raise `ConnectionError`.

    `accept` still hands the connection out; `getpeername` fails on it with another `OSError`, and so does `shutdown`.
    """
    client = peers.client(listener, Reset())
    client.finish()

    with may_raise_connection_error():
        answer.echo_once(listener)


@MEASURES_CPU_TIME
def test_waits_without_spinning(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """While the client says nothing the call uses no CPU time.

    A blocking `recv` sleeps in the kernel. A loop around a socket that would block, or past the end, does not.
    """
    client = peers.client(
        listener, Send(b"x"), Expect(b"x"), Settle(), Idle(), Send(b"y"), Expect(b"y"), End(), ExpectEnd()
    )

    answer.echo_once(listener)

    diary = client.finish()
    assert diary.idle_cpu < 0.02, f"{diary.idle_cpu:.3f} s of CPU time in 0.2 s of silence"


@MEASURES_CPU_TIME
def test_waits_for_a_slow_reader_without_spinning(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """While a client that has ended its side reads nothing, the call uses no CPU time.

    A blocking `send` sleeps until there is room. The end of the stream, though, stays readable for ever: do not wait
    for it again.
    """
    sent = bytes(1 << 15)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # so that not all of it can be sent at once
    steps = Send(sent), End(), Receive(1), Settle(), Idle(), Receive(len(sent) - 1), ExpectEnd()
    client = peers.client(listener, *steps, receive_buffer=4096)

    answer.echo_once(listener)

    diary = client.finish()
    assert diary.idle_cpu < 0.02, f"{diary.idle_cpu:.3f} s of CPU time in 0.2 s without a byte"


@MEASURES_CPU_TIME
def test_waits_for_a_client_without_spinning(answer: LoadedAnswer, listener: socket.socket, peers: Peers) -> None:
    """While no client comes the call uses no CPU time.

    A blocking `accept` sleeps in the kernel as a blocking `recv` does.
    """
    client = peers.client(listener, End(), ExpectEnd(), late=0.15)

    answer.echo_once(listener)

    diary = client.finish()
    assert diary.idle_cpu < 0.02, f"{diary.idle_cpu:.3f} s of CPU time in 0.15 s of silence"


def stays_as_it_was(listener: socket.socket) -> None:
    """What the caller handed over is open, listens and waits."""
    assert listener.fileno() != -1, "the listening socket was closed"
    assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN), "the socket does not listen any more"
    assert is_blocking(listener), "the listening socket was left with a timeout, or in non-blocking mode"
