"""Grades `endpoints`: the two ends of a socket, in every state that it can be in.

You can tell what a socket is bound to and connected with, and when there is nothing to tell.
"""

import select
import socket
from collections.abc import Iterator

import pytest

from kata.answer import LoadedAnswer
from kata.checks import is_blocking, raises
from kata.fixtures import Connect
from peers import End, ExpectEnd, Receive, Reset, Send


@pytest.fixture
def fresh() -> Iterator[socket.socket]:
    """A TCP socket just made."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        yield sock


def test_before_bind(answer: LoadedAnswer, fresh: socket.socket) -> None:
    """Before `bind` a socket has no ends: `None` and `None`.

    `getsockname` answers all the same, with port 0, which no socket is ever bound to.
    """
    assert answer.endpoints(fresh) == (None, None)


def test_before_bind_with_ipv6(answer: LoadedAnswer, ipv6: str) -> None:
    """Before `bind` an IPv6 socket has no ends either.

    `getsockname` answers with four parts there, and the host is `::`.
    """
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as sock:
        assert answer.endpoints(sock) == (None, None)


def test_after_bind(answer: LoadedAnswer, fresh: socket.socket) -> None:
    """After `bind` it has a local end, and no remote one yet.

    `getpeername` raises an `OSError` with `errno.ENOTCONN` as long as the socket is not connected.
    """
    fresh.bind(("127.0.0.1", 0))

    assert answer.endpoints(sock=fresh) == (fresh.getsockname(), None)


def test_bound_to_every_address(answer: LoadedAnswer, fresh: socket.socket) -> None:
    """A socket that is bound to every address has a local end: 0.0.0.0 and its port.

    The port tells whether a socket is bound; the host may be 0.0.0.0 before and after.
    """
    fresh.bind(("", 0))

    assert answer.endpoints(fresh) == (("0.0.0.0", fresh.getsockname()[1]), None)


@pytest.mark.usefixtures("ipv6")
def test_bound_to_every_address_of_ipv6(answer: LoadedAnswer) -> None:
    """An IPv6 socket that is bound to every address has a local end as well: :: and its port.

    Its host is the same before and after `bind`, and its port is not.
    """
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as sock:
        sock.bind(("::", 0))

        assert answer.endpoints(sock) == (("::", sock.getsockname()[1]), None)


def test_after_listen(answer: LoadedAnswer, listener: socket.socket) -> None:
    """A listening socket has a local end alone, also while a client waits in its queue.

    It is never connected itself: `accept` makes a new socket for each client.
    """
    with socket.create_connection(listener.getsockname()):
        ends = answer.endpoints(listener)

    assert ends == (listener.getsockname(), None)


def test_after_connect(answer: LoadedAnswer, listener: socket.socket) -> None:
    """After `connect` a client has both ends: the one that the kernel gave it, and the server's.

    `getsockname` is this side, `getpeername` the other.
    """
    with socket.create_connection(listener.getsockname()) as client:
        conn, address_of_client = listener.accept()
        with conn:
            ends = answer.endpoints(client)

    assert ends == (address_of_client, listener.getsockname())


def test_accepted_connection(answer: LoadedAnswer, listener: socket.socket) -> None:
    """The server's half of a connection has the same two ends, the other way round.

    Its local port is the listener's: many connections share it, told apart by their remote ends.
    """
    with socket.create_connection(listener.getsockname()):
        conn, address_of_client = listener.accept()
        with conn:
            ends = answer.endpoints(conn)

    assert ends == (listener.getsockname(), address_of_client)


def test_ipv6(answer: LoadedAnswer, ipv6: str) -> None:
    """Ends of an IPv6 connection are pairs, too.

    Their addresses have four parts: `(host, port, flow, scope)`. The first two are due.
    """
    with socket.create_server((ipv6, 0), family=socket.AF_INET6) as listener:
        address = listener.getsockname()[:2]
        with socket.create_connection(address) as client:
            ends = answer.endpoints(client)
            local = client.getsockname()[:2]

    assert ends == (local, address)


def test_datagrams(answer: LoadedAnswer) -> None:
    """A socket of datagrams has ends as well: after `bind` a local one, after `connect` both.

    Nothing is sent by its `connect`: it only names the other end, which hears nothing of your question either.
    """
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other,
    ):
        sock.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        bound = answer.endpoints(sock)
        sock.connect(other.getsockname())
        connected = answer.endpoints(sock)

        assert bound == (sock.getsockname(), None)
        assert connected == (sock.getsockname(), other.getsockname())
        assert select.select([other], [], [], 0)[0] == [], "the other end was sent a datagram"


def test_after_reset(answer: LoadedAnswer, connection: Connect) -> None:
    """After a reset by the other side the remote end is `None`: there is no connection any more.

    `getpeername` says so, with an `OSError`, though nobody has closed the socket here.
    """
    sock, peer = connection(Reset())
    peer.finish()
    await_event(sock, select.POLLHUP)

    _, remote = answer.endpoints(sock)

    assert remote is None


def test_other_side_has_only_ended(answer: LoadedAnswer, connection: Connect) -> None:
    """A connection whose other side has ended is still one: both ends are there.

    Its end means only that it sends no more. You may still send.
    """
    sock, peer = connection(End())
    peer.finish()
    await_event(sock, select.POLLIN)

    ends = answer.endpoints(sock)

    assert ends == (sock.getsockname(), peer.address)


def test_own_side_has_ended(answer: LoadedAnswer, connection: Connect) -> None:
    """A connection whose own side has ended is still one, too.

    After `shutdown(SHUT_WR)` the other side may still send, and you know whom you receive from.
    """
    sock, peer = connection(ExpectEnd())
    sock.shutdown(socket.SHUT_WR)

    ends = answer.endpoints(sock)

    assert ends == (sock.getsockname(), peer.address)


def test_asked_again(answer: LoadedAnswer, connection: Connect) -> None:
    """The ends are those that the socket has now: asked again after a reset, it has no remote one.

    The kernel knows them. Keep nothing from call to call.
    """
    sock, peer = connection(Receive(1), Reset())
    before = answer.endpoints(sock)
    sock.send(b"!")
    peer.finish()
    await_event(sock, select.POLLHUP)

    after = answer.endpoints(sock)

    assert before == (sock.getsockname(), peer.address)
    assert after == (sock.getsockname(), None)


def test_closed_socket(answer: LoadedAnswer, fresh: socket.socket) -> None:
    """A closed socket is an `OSError`, and not a socket that has no ends: no `None`.

    `getsockname` raises it. Catch what `getpeername` raises, and no more.
    """
    fresh.close()

    with raises(OSError):
        answer.endpoints(fresh)


def test_socket_is_left_as_it_was(answer: LoadedAnswer, connection: Connect) -> None:
    """The socket is left as it was: open, in blocking mode, with all that has come still to be read.

    It belongs to your caller. Asking for its ends changes nothing.
    """
    sock, peer = connection(Send(b"hello"), End())
    peer.finish()

    answer.endpoints(sock)

    assert sock.fileno() != -1, "the socket was closed"
    assert is_blocking(sock), "the socket was left with a timeout, or in non-blocking mode"
    assert sock.recv(5, socket.MSG_WAITALL) == b"hello"


def await_event(sock: socket.socket, event: int) -> None:
    """Wait until the kernel has heard of what the peer has done."""
    poll = select.poll()
    poll.register(sock, event)
    assert poll.poll(3000)
