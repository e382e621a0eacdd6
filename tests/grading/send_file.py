"""Grades `send_file`: every byte arrives, and the sender knows that it has.

You can end one side of a connection, and know that what you sent has arrived.
"""

import os
import socket
import time
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, count, raises
from kata.name_service import NameService
from peers import Close, End, ExpectEnd, Hold, Idle, Receive, ReceiveAll, Reset, Send, Trickle
from peers.diary import SLOWNESS
from peers.handle import Peers
from peers.pieces import Settle
from peers.steps import Step

ANY_BYTES = b"\r\n \x00" + bytes(range(256)) + b"\xff\xfe\n"
SPARSE = 64 << 20
"""Bytes of a file that takes no room on the disk: more than any buffer between two processes holds."""


def test_file_arrives_whole(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """Every byte of the file arrives as it is, and their number is returned.

    Open the file in binary mode: text mode changes line ends, and fails on what is no text.
    """
    path = file_with(folder, ANY_BYTES)
    receiver = peers.server(ReceiveAll(), End())

    sent = answer.send_file(path, "127.0.0.1", receiver.port)

    assert receiver.finish().received[0] == ANY_BYTES
    assert count(sent) == len(ANY_BYTES)


def test_path_as_text(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """The path may be a `str` as well as a `Path`, and all arguments go by their names.

    `open` takes both; methods of `Path` are only there when it is one.
    """
    path = file_with(folder, b"by name")
    receiver = peers.server(ReceiveAll(), End())

    sent = answer.send_file(path=str(path), host="127.0.0.1", port=receiver.port, timeout=10.0)

    assert receiver.finish().received[0] == b"by name"
    assert count(sent) == 7


def test_path_of_another_kind(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """The path may be any `os.PathLike`: an object that tells its path by `__fspath__`, and has nothing else of one.

    `open` asks for it by itself; `str` need not give the path.
    """
    path = Elsewhere(file_with(folder, b"by fspath"))
    receiver = peers.server(ReceiveAll(), End())

    answer.send_file(path, "127.0.0.1", receiver.port)

    assert receiver.finish().received[0] == b"by fspath"


def test_large_file_arrives_whole(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A file of some megabytes arrives whole too, however the kernel cuts it.

    One `read(n)` is one piece; `send` and `os.sendfile` may take less than they are given.
    """
    content = bytes(range(251)) * 20_000
    receiver = peers.server(Receive(1), Settle(), ReceiveAll(), End(), receive_buffer=4096)

    sent = answer.send_file(file_with(folder, content), "127.0.0.1", receiver.port)

    assert receiver.finish().received[0] == content[1:]
    assert count(sent) == len(content)


@pytest.mark.usefixtures("short_sends")
def test_send_may_take_less_than_it_is_given(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """`send`, or `os.sendfile`, may take only a part of what it is given, and the whole file arrives all the same.

    Both return how many bytes they took. `sendall` and `socket.sendfile` go on until all are gone.
    """
    content = bytes(range(251)) * 100
    receiver = peers.server(ReceiveAll(), End())

    sent = answer.send_file(file_with(folder, content), "127.0.0.1", receiver.port)

    (arrived,) = receiver.finish().received
    assert arrived == content, f"{len(arrived):,} bytes arrived of {len(content):,}"
    assert count(sent) == len(content)


def test_empty_file(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """An empty file is sent as an empty stream: a connection that ends without a byte.

    It is a file like any other: connect, end your side, wait for the other side's end.
    """
    receiver = peers.server(ExpectEnd(), End())

    sent = answer.send_file(file_with(folder, b""), "127.0.0.1", receiver.port)

    receiver.finish()
    assert count(sent) == 0


def test_returns_after_the_receiver_has_ended(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """It returns only when the receiver has ended its side too: then the file has arrived.

    `shutdown(SHUT_WR)` ends your side and leaves the other open: `recv` then, until it returns `b""`.
    """
    receiver = peers.server(ReceiveAll(), Settle(), Hold(0.15), End())

    answer.send_file(file_with(folder, b"hello"), "127.0.0.1", receiver.port)

    returned = time.monotonic_ns()
    ended = receiver.finish().events[-1].at
    assert returned >= ended, f"it returned {(ended - returned) / 1e6:.0f} ms before the receiver had ended its side"


def test_what_the_receiver_says_is_dropped(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """What the receiver says meanwhile is read and dropped, and no byte of the file is lost for it.

    A connection that is closed with bytes unread is reset, and the reset destroys what is still under way.
    """
    content = bytes(range(256)) * 8_000
    receiver = peers.server(
        Send(b"220 ready\r\n"),
        Hold(0.1),
        Receive(1000),
        Send(b"250 go on\r\n"),
        ReceiveAll(),
        Send(b"226 thanks\r\n" * 10_000),
        End(),
        receive_buffer=4096,
    )

    sent = answer.send_file(file_with(folder, content), "127.0.0.1", receiver.port)

    assert receiver.finish().received[0] == content[1000:]
    assert count(sent) == len(content)


def test_memory_does_not_grow_with_the_file(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """Memory does not grow with the file: it is never held as a whole, not even when the receiver is slow.

    Read a chunk, send it, read the next. Where a library queues what you write, wait for the queue to drain.
    """
    path = sparse_file(folder)
    receiver = peers.server(Hold(60))

    tracemalloc.start()
    with suppress(TimeoutError):
        answer.send_file(path, "127.0.0.1", receiver.port, timeout=0.1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < SPARSE // 2, f"{peak >> 20} MiB were held while the receiver took nothing"


def test_missing_file(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A missing file is a `FileNotFoundError`, and no connection is made.

    Open the file before you connect.
    """
    receiver = peers.server()

    with raises(FileNotFoundError):
        answer.send_file(folder / "missing", "127.0.0.1", receiver.port)

    assert receiver.stop().connections == 0, "a connection was made all the same"


def test_nobody_listens(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """Where nobody listens it is a `ConnectionRefusedError`.

    `connect` raises it: let it through, and close the file and the socket all the same.
    """
    port = peers.closed().ports[0]

    with raises(ConnectionRefusedError):
        answer.send_file(file_with(folder, b"hello"), "127.0.0.1", port)


def test_receiver_resets_midway(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A receiver that goes away midway is a `ConnectionError`.

    `send` fails once the reset has arrived: the bytes that the kernel took before are lost.
    """
    receiver = peers.server(Receive(100_000), Reset())

    with raises(ConnectionError):
        answer.send_file(sparse_file(folder), "127.0.0.1", receiver.port)

    receiver.finish()


def test_receiver_resets_when_all_is_sent(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A receiver that goes away with the file half read is a `ConnectionError` too, when all of it was sent.

    "Sent" only means that the kernel has taken it. Only the receiver's own end says that it arrived.
    """
    receiver = peers.server(Receive(10), Settle(), Reset())

    with raises(ConnectionError):
        answer.send_file(file_with(folder, bytes(20_000)), "127.0.0.1", receiver.port)

    receiver.finish()


def test_receiver_closes_midway(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A receiver that closes while the file is still being sent has gone away: a `ConnectionError`.

    What is sent to a closed socket is answered with a reset.
    """
    receiver = peers.server(Receive(100_000), Close())

    with raises(ConnectionError):
        answer.send_file(sparse_file(folder), "127.0.0.1", receiver.port)

    receiver.finish()


def test_receiver_that_takes_nothing(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A receiver that takes nothing for `timeout` seconds is a `TimeoutError`.

    The buffers between you fill up, and then `send` waits; `settimeout` bounds that wait.
    """
    receiver = peers.server(Hold(60))
    start = time.monotonic()

    with raises(TimeoutError):
        answer.send_file(sparse_file(folder), "127.0.0.1", receiver.port, timeout=0.1)

    assert time.monotonic() - start < 2.5 * SLOWNESS, "the timeout of 0.1 s came far too late"


def test_receiver_that_talks_and_takes_nothing(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A receiver that talks all the time and takes nothing takes nothing: a `TimeoutError`.

    Only what it takes of your file begins the timeout anew.
    """
    receiver = peers.server(Trickle(b".", every=0.01, seconds=60))
    start = time.monotonic()

    with raises(TimeoutError):
        answer.send_file(sparse_file(folder), "127.0.0.1", receiver.port, timeout=0.4)

    assert time.monotonic() - start < 3 * SLOWNESS, "the timeout of 0.4 s came far too late"


def test_receiver_that_does_not_answer(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A receiver that does not even answer the connection takes nothing either: a `TimeoutError`.

    Set the timeout before you connect, or give it to `create_connection`.
    """
    port = peers.silent().ports[0]
    start = time.monotonic()

    with raises(TimeoutError):
        answer.send_file(file_with(folder, b"hello"), "127.0.0.1", port, timeout=0.1)

    assert time.monotonic() - start < 2.5 * SLOWNESS, "the timeout of 0.1 s came far too late"


@pytest.mark.parametrize("content", [b"hello", b""], ids=["a file", "an empty file"])
def test_receiver_that_never_ends(answer: LoadedAnswer, peers: Peers, folder: Path, content: bytes) -> None:
    """A receiver that never ends its side is a `TimeoutError` after `timeout` seconds.

    The wait for the other side's end needs a bound as well.
    """
    receiver = peers.server(ReceiveAll(), Hold(60))

    with raises(TimeoutError):
        answer.send_file(file_with(folder, content), "127.0.0.1", receiver.port, timeout=0.1)


def test_receiver_that_talks_and_never_ends(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """The timeout bounds the wait for the receiver's end as a whole, not each `recv` in it.

    A byte now and then would begin a timeout per call anew for ever: count the time that is left down to a deadline.
    """
    receiver = peers.server(ReceiveAll(), Trickle(b".", every=0.01, seconds=60))
    start = time.monotonic()

    with raises(TimeoutError):
        answer.send_file(file_with(folder, b"hello"), "127.0.0.1", receiver.port, timeout=0.4)

    assert time.monotonic() - start < 3 * SLOWNESS, "the timeout of 0.4 s came far too late"


def test_unknown_host(answer: LoadedAnswer, names: NameService, folder: Path) -> None:
    """A host that does not resolve is a `socket.gaierror`.

    Let the resolver's error through.
    """
    with raises(socket.gaierror):
        answer.send_file(file_with(folder, b"hello"), "nobody.test", 80)


@pytest.mark.parametrize("port", [-1, 65536])
def test_port_out_of_range(answer: LoadedAnswer, folder: Path, port: int) -> None:
    """A port outside 0 to 65535 is a `ValueError`.

    `connect` raises `OverflowError` for it, which is another thing: look at the port first.
    """
    with raises(ValueError):
        answer.send_file(file_with(folder, b"hello"), "127.0.0.1", port)


@pytest.mark.parametrize("port", [0, 65535])
def test_first_and_last_port(answer: LoadedAnswer, names: NameService, folder: Path, port: int) -> None:
    """0 and 65535 are ports like any other: here only the host is bad, a `socket.gaierror`.

    Ports are 16 bits: 0 to 65535, both included.
    """
    with raises(socket.gaierror):
        answer.send_file(file_with(folder, b"hello"), "nobody.test", port)


def test_negative_timeout(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """A negative timeout is a `ValueError`, before anything is sent.

    No wait can last less than nothing.
    """
    receiver = peers.server()

    with raises(ValueError):
        answer.send_file(file_with(folder, b"hello"), "127.0.0.1", receiver.port, timeout=-1)

    assert receiver.stop().connections == 0, "a connection was made all the same"


def test_ipv6(answer: LoadedAnswer, peers: Peers, folder: Path, ipv6: str) -> None:
    """An IPv6 host works as an IPv4 host does.

    `create_connection` tries whatever the host resolves to.
    """
    receiver = peers.server(ReceiveAll(), End(), host=ipv6)

    sent = answer.send_file(file_with(folder, b"hello"), ipv6, receiver.port)

    assert receiver.finish().received[0] == b"hello"
    assert count(sent) == 5


@MEASURES_CPU_TIME
@pytest.mark.parametrize(
    "steps",
    [(Receive(1), Settle(), Idle(0.1), ReceiveAll(keep=False)), (ReceiveAll(keep=False), Settle(), Idle(0.1))],
    ids=["for room to send", "for the end"],
)
def test_waits_without_spinning(answer: LoadedAnswer, peers: Peers, folder: Path, steps: tuple[Step, ...]) -> None:
    """While the receiver takes nothing, or has not ended its side yet, the call uses no CPU time.

    A socket with a timeout, and a selector, sleep in the kernel. What is always ready, like room to send after the
    last byte, is nothing to wait for.
    """
    receiver = peers.server(*steps, End())

    answer.send_file(sparse_file(folder), "127.0.0.1", receiver.port)

    spent = receiver.finish().idle_cpu
    assert spent < 0.02, f"{spent:.3f} s of CPU time in 0.1 s of silence"


class Elsewhere:
    """A path that is neither text nor a `Path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __fspath__(self) -> str:
        return str(self._path)


def file_with(folder: Path, content: bytes) -> Path:
    """A file that holds `content`."""
    path = folder / "file"
    path.write_bytes(content)
    return path


def sparse_file(folder: Path) -> Path:
    """A file of `SPARSE` zero bytes."""
    path = folder / "sparse"
    path.touch()
    os.truncate(path, SPARSE)
    return path
