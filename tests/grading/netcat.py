"""Grades `netcat`: two streams at once, of which neither waits for the other.

A connection has two directions, and each ends by itself. You have kept both going at once, passed one end on without
losing the rest of the other, and returned though nobody typed: what every proxy, shell and tunnel is made of.
"""

import io
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

import pytest

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, WHOLE_BUFFERS, may_raise_connection_error, raises
from kata.fixtures import Connect
from kata.leaks import LAST_MOMENTS, threads_of_the_answer
from kata.name_service import NameService
from peers import Close, End, Expect, ExpectEnd, Hold, Idle, Receive, ReceiveAll, Reset, Send
from peers.diary import SLOWNESS
from peers.handle import Peer, Peers
from peers.nc import Nc
from peers.pieces import Settle
from peers.steps import Step

ANY_BYTES = b"\r\n \x00" + bytes(range(256)) + b"\xff\xfe\n\n "
EIGHT_MEBIBYTES = bytes(range(256)) * (8 << 12)
HANGS_UP = ExpectEnd(or_reset=True)

SAYS_NOTHING = Hold(2 * SLOWNESS), End()
"""A user who says nothing for far longer than anything takes here, and then goes."""


class Terminal(Protocol):
    """Makes a source and a sink, and a user behind them who carries out `steps`."""

    def __call__(self, *steps: Step) -> tuple[BinaryIO, BinaryIO, Peer]: ...


@pytest.fixture
def terminal(connection: Connect) -> Iterator[Terminal]:
    """Sources and sinks like `sys.stdin.buffer` and `sys.stdout.buffer`: buffered, over a descriptor each."""
    with ExitStack() as held:

        def make(*steps: Step) -> tuple[BinaryIO, BinaryIO, Peer]:
            sock, user = connection(*steps, name="user")
            source, sink = os.fdopen(os.dup(sock.fileno()), "rb"), os.fdopen(os.dup(sock.fileno()), "wb")
            held.callback(hang_up, sock, source, sink)
            return source, sink, user

        yield make


def hang_up(sock: socket.socket, *files: BinaryIO) -> None:
    """Close a terminal. Its end has to come first: a thread that waits for the source has it locked."""
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    for file in files:
        with suppress(OSError):
            file.close()


@pytest.fixture
def short_sends(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a `send` takes at most 5 bytes, as any `send` may."""
    send = socket.socket.send
    monkeypatch.setattr(socket.socket, "send", lambda sock, data, *flags: send(sock, memoryview(data)[:5], *flags))


@pytest.fixture
def nc() -> str:
    """The path of the real nc; the check is skipped where there is none that can tell which port it listens on."""
    path = shutil.which("nc")
    if path is None:
        pytest.skip("nc is not installed")
    told = subprocess.run([path, "-h"], capture_output=True, check=False)
    if b"OpenBSD" not in told.stdout + told.stderr:
        pytest.skip("this nc is not OpenBSD's, which can be told to listen on a free port and to say which it is")
    return path


def test_each_as_it_comes(answer: LoadedAnswer, peers: Peers, terminal: Terminal) -> None:
    """What the user types goes out as it comes, and what the server says appears as it comes, whole lines or not.

    Read what there is (`read1`), not as much as fits. `flush` the sink, or what you write stays in its buffer.
    """
    server = peers.server(
        Send(b"login: "), Expect(b"me"), Send(b"password: "), Expect(b"secret"), Send(b"welcome"), ExpectEnd(), End()
    )
    source, sink, user = terminal(
        Expect(b"login: "), Send(b"me"), Expect(b"password: "), Send(b"secret"), Expect(b"welcome"), End()
    )

    answer.netcat("127.0.0.1", server.port, source, sink)

    user.finish()
    server.finish()


def test_whole_buffers(answer: LoadedAnswer, peers: Peers, terminal: Terminal) -> None:
    """Bytes are carried as they come also where they fill your buffer to the brim.

    A `recv` or a `read1` that gives as many bytes as you asked for does not say that there are more.
    """
    there = [step for size in WHOLE_BUFFERS for step in (Send(bytes(size)), Receive(size))]
    here = [step for size in WHOLE_BUFFERS for step in (Receive(size), Send(bytes(size)))]
    server = peers.server(*there, End(), HANGS_UP)
    source, sink, user = terminal(*here, End())

    answer.netcat("127.0.0.1", server.port, source, sink)

    user.finish()
    server.finish()


def test_source_ends(answer: LoadedAnswer, peers: Peers) -> None:
    """When the source has ended you end your side, so that the server knows it; all arguments go by their names.

    `shutdown(SHUT_WR)` ends one direction. Many servers answer only when they have heard you out.
    """
    server = peers.server(Expect(b"the question"), ExpectEnd(), End(), HANGS_UP)

    answer.netcat(host="127.0.0.1", port=server.port, source=io.BytesIO(b"the question"), sink=io.BytesIO())

    server.finish()


def test_rest_of_the_answer_arrives(answer: LoadedAnswer, peers: Peers) -> None:
    """When the source has ended, the rest of the server's answer still arrives, however long it takes.

    Only your side has ended. Go on receiving until `recv` gives `b""`.
    """
    server = peers.server(ReceiveAll(), Settle(), Hold(0.1), Send(b"at last, "), Send(b"the answer"), End(), HANGS_UP)
    sink = io.BytesIO()

    answer.netcat("127.0.0.1", server.port, io.BytesIO(b"the question"), sink)

    assert sink.getvalue() == b"at last, the answer"


def test_empty_source(answer: LoadedAnswer, peers: Peers) -> None:
    """A source that holds nothing ends at once, and so does your side; the answer arrives all the same.

    The first `read` gives `b""`: that is its end, like any other.
    """
    server = peers.server(ExpectEnd(), Send(b"hello"), End(), HANGS_UP)
    sink = io.BytesIO()

    answer.netcat("127.0.0.1", server.port, io.BytesIO(), sink)

    server.finish()
    assert sink.getvalue() == b"hello"


def test_server_ends_first(answer: LoadedAnswer, peers: Peers, terminal: Terminal) -> None:
    """When the server has ended its side you return, though the source has said nothing yet.

    Nobody may ever type again: whoever waits for the source must not keep you.
    """
    server = peers.server(Send(b"bye"), End(), HANGS_UP)
    source, sink, user = terminal(Expect(b"bye"), *SAYS_NOTHING)

    answer.netcat("127.0.0.1", server.port, source, sink)

    done = [event.what for event in user.stop().events]
    assert "ends its side" not in done, "it returned after the server had ended, and the source had to end as well"


def test_server_ends_and_reads_nothing(answer: LoadedAnswer, peers: Peers) -> None:
    """When the server has ended its side you return, also while it reads nothing of what you are sending.

    A `sendall` under way may never come to its end: whoever waits in it must not keep you either.
    """
    server = peers.server(Receive(1), Settle(), Send(b"bye"), End(), Hold(2 * SLOWNESS))
    sink = io.BytesIO()

    answer.netcat("127.0.0.1", server.port, io.BytesIO(EIGHT_MEBIBYTES), sink)

    assert "silent for" in server.stop().events[-1].what, "it returned only when the server was gone"
    assert sink.getvalue() == b"bye"


def test_thread_left_behind_is_a_daemon(answer: LoadedAnswer, peers: Peers, terminal: Terminal) -> None:
    """A thread that still waits for the source may stay behind, if it is a daemon.

    Python waits for all other threads before it exits, and so your program would not end.
    """
    server = peers.server(End(), HANGS_UP)
    source, sink, _ = terminal(*SAYS_NOTHING)

    answer.netcat("127.0.0.1", server.port, source, sink)

    left = [thread for thread in threading.enumerate() if not (thread.daemon or thread is threading.main_thread())]
    for thread in left:
        thread.join(0.5)  # it may be on its way out
    assert not any(thread.is_alive() for thread in left), "a thread stays behind that is no daemon"


def test_both_send_before_either_reads(answer: LoadedAnswer, peers: Peers) -> None:
    """The server may send 8 MiB before it reads any of your 8 MiB.

    The buffers between you hold far less. Both directions at once: a thread for one of them, or a selector.
    """
    server = peers.server(Send(EIGHT_MEBIBYTES), ReceiveAll(), End(), HANGS_UP)
    sent, sink = EIGHT_MEBIBYTES[::-1], io.BytesIO()

    answer.netcat("127.0.0.1", server.port, io.BytesIO(sent), sink)

    assert server.finish().received == [sent]
    assert sink.getvalue() == EIGHT_MEBIBYTES


def test_any_bytes_both_ways(answer: LoadedAnswer, peers: Peers) -> None:
    """Bytes are carried as they are, text or not, in both directions.

    No `decode`, no change of line ends.
    """
    server = peers.server(ReceiveAll(), Send(ANY_BYTES), End(), HANGS_UP)
    sink = io.BytesIO()

    answer.netcat("127.0.0.1", server.port, io.BytesIO(ANY_BYTES), sink)

    assert server.finish().received[0] == ANY_BYTES
    assert sink.getvalue() == ANY_BYTES


def test_files_on_disk(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """Source and sink may be files on the disk.

    They are always ready, and `epoll` does not take them: `read` and `write` are enough.
    """
    (folder / "source").write_bytes(b"from a file")
    server = peers.server(Expect(b"from a file"), ExpectEnd(), Send(b"into a file"), End(), HANGS_UP)

    with open(folder / "source", "rb") as source, open(folder / "sink", "wb") as sink:
        answer.netcat("127.0.0.1", server.port, source, sink)

    server.finish()
    assert (folder / "sink").read_bytes() == b"into a file"


def test_unbuffered_source(answer: LoadedAnswer, peers: Peers) -> None:
    """The source may be unbuffered, here a pipe.

    Then it has no `read1`, and its `read` gives what there is. Take whichever it has.
    """
    reading, writing = os.pipe()
    os.write(writing, b"piped")
    os.close(writing)
    server = peers.server(Expect(b"piped"), ExpectEnd(), Send(b"heard"), End(), HANGS_UP)
    sink = io.BytesIO()

    with open(reading, "rb", buffering=0) as source:
        answer.netcat("127.0.0.1", server.port, source, sink)

    server.finish()
    assert sink.getvalue() == b"heard"


@pytest.mark.usefixtures("short_sends")
def test_send_may_take_less_than_it_is_given(answer: LoadedAnswer, peers: Peers) -> None:
    """`send` may take only a part of what it is given, and every byte goes out all the same.

    `send` returns how many bytes it took. `sendall` goes on until it has taken them all.
    """
    sent = b"a message that is longer than one send"
    server = peers.server(Expect(sent), ExpectEnd(), End(), HANGS_UP)

    answer.netcat("127.0.0.1", server.port, io.BytesIO(sent), io.BytesIO())

    server.finish()


def test_source_and_sink_stay_open(answer: LoadedAnswer, peers: Peers) -> None:
    """Source and sink stay open: they are your caller's.

    No `close`, and no `with` around them. Who opened them may have more to do with them.
    """
    server = peers.server(ReceiveAll(), End(), HANGS_UP)
    source, sink = io.BytesIO(b"hello"), io.BytesIO()

    answer.netcat("127.0.0.1", server.port, source, sink)

    assert not source.closed, "the source was closed"
    assert not sink.closed, "the sink was closed"


def test_reset(answer: LoadedAnswer, peers: Peers, terminal: Terminal) -> None:
    """A server that breaks the connection off ends the call: it returns, or it raises `ConnectionError`.

    `recv` raises `ConnectionResetError` then. Let it through or catch it, but close the socket on that way out too. A
    thread that waits for `source` meanwhile has nobody to send to when that ends, and nothing to print.
    """
    server = peers.server(Receive(5), Reset())
    source, sink, user = terminal(Send(b"hello"), *SAYS_NOTHING)

    with may_raise_connection_error():
        try:
            answer.netcat("127.0.0.1", server.port, source, sink)
        finally:
            user.stop()
            for thread in threads_of_the_answer():
                thread.join(LAST_MOMENTS)

    server.finish()


def test_server_ends_while_you_send(answer: LoadedAnswer, peers: Peers) -> None:
    """A server that goes away while you still send ends the call too, and nothing is printed.

    An error that leaves the function of a thread is printed, and nobody gets it. Catch it there, and hand it on.
    """
    server = peers.server(Receive(5), Settle(), Close())

    with may_raise_connection_error():
        try:
            answer.netcat("127.0.0.1", server.port, io.BytesIO(EIGHT_MEBIBYTES), io.BytesIO())
        finally:
            for thread in threads_of_the_answer():
                thread.join(LAST_MOMENTS)

    server.finish()


@MEASURES_CPU_TIME
def test_waits_without_spinning(answer: LoadedAnswer, peers: Peers, terminal: Terminal) -> None:
    """While nobody speaks the call waits, and uses no CPU time.

    A blocking `recv` sleeps in the kernel. A loop that asks again and again does not.
    """
    server = peers.server(Settle(), Idle(0.1), Send(b"at last"), End(), HANGS_UP)
    source, sink, _ = terminal(*SAYS_NOTHING)

    answer.netcat("127.0.0.1", server.port, source, sink)

    spent = server.finish().idle_cpu
    assert spent < 0.02, f"{spent:.3f} s of CPU time in 0.1 s of silence"


@MEASURES_CPU_TIME
def test_waits_for_room_without_spinning(answer: LoadedAnswer, peers: Peers) -> None:
    """While the server reads nothing the call waits for room to send, and uses no CPU time.

    A blocking `send` sleeps in the kernel. To wait for room is right only while there is something to send.
    """
    server = peers.server(Receive(1), Settle(), Idle(0.1), ReceiveAll(keep=False), End(), HANGS_UP)

    answer.netcat("127.0.0.1", server.port, io.BytesIO(EIGHT_MEBIBYTES * 2), io.BytesIO())

    spent = server.finish().idle_cpu
    assert spent < 0.02, f"{spent:.3f} s of CPU time in 0.1 s without room"


@MEASURES_CPU_TIME
def test_waits_for_the_answer_without_spinning(answer: LoadedAnswer, peers: Peers) -> None:
    """While the server thinks, and the source has ended, the call uses no CPU time either.

    What has ended stays readable for ever: do not wait for it again.
    """
    server = peers.server(ReceiveAll(), Settle(), Idle(0.1), Send(b"at last"), End(), HANGS_UP)

    answer.netcat("127.0.0.1", server.port, io.BytesIO(b"the question"), io.BytesIO())

    spent = server.finish().idle_cpu
    assert spent < 0.02, f"{spent:.3f} s of CPU time in 0.1 s of silence"


def test_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 host works as an IPv4 host does.

    `create_connection` takes whatever the host resolves to.
    """
    server = peers.server(ReceiveAll(), Send(b"hello"), End(), HANGS_UP, host=ipv6)
    sink = io.BytesIO()

    answer.netcat(ipv6, server.port, io.BytesIO(b"hello"), sink)

    assert server.finish().received == [b"hello"]
    assert sink.getvalue() == b"hello"


def test_nobody_listens(answer: LoadedAnswer, peers: Peers) -> None:
    """Where nobody listens it is a `ConnectionRefusedError`.

    `connect` raises it: let it through.
    """
    port = peers.closed().ports[0]

    with raises(ConnectionRefusedError):
        answer.netcat("127.0.0.1", port, io.BytesIO(b"hello"), io.BytesIO())


def test_unknown_host(answer: LoadedAnswer, names: NameService) -> None:
    """A host that does not resolve is a `socket.gaierror`.

    Let the resolver's error through.
    """
    with raises(socket.gaierror):
        answer.netcat("nobody.test", 80, io.BytesIO(b"hello"), io.BytesIO())


@pytest.mark.parametrize("port", [-1, 65536])
def test_port_out_of_range(answer: LoadedAnswer, port: int) -> None:
    """A port outside 0 to 65535 is a `ValueError`.

    The system takes 65536 for port 0. Look at the port first.
    """
    with raises(ValueError):
        answer.netcat("127.0.0.1", port, io.BytesIO(b"hello"), io.BytesIO())


@pytest.mark.parametrize("port", [0, 65535])
def test_first_and_last_port(answer: LoadedAnswer, names: NameService, port: int) -> None:
    """0 and 65535 are ports like any other: here only the host is bad, a `socket.gaierror`.

    Ports are 16 bits: 0 to 65535, both included.
    """
    with raises(socket.gaierror):
        answer.netcat("nobody.test", port, io.BytesIO(b"hello"), io.BytesIO())


def test_real_nc(answer: LoadedAnswer, peers: Peers, terminal: Terminal, nc: str) -> None:
    """The real nc is at the other end, and the two of you understand each other.

    It speaks no protocol at all: bytes in, bytes out, and an end on either side.
    """
    other = peers._start(Nc(nc, (Send(b"hello from nc"), Expect(b"hello from you"), End(), ExpectEnd())))
    source, sink, user = terminal(Expect(b"hello from nc"), Send(b"hello from you"), End())

    answer.netcat("127.0.0.1", other.port, source, sink)

    user.finish()
    other.finish()
