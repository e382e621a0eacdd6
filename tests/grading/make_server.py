"""Grades `make_server`: a listening socket, and who can reach it.

You can open a server: on one address, with a queue that holds, and again on the same port at once.
"""

import errno
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kata.answer import LoadedAnswer
from kata.checks import is_blocking, raises
from peers import End, Expect, ExpectEnd, Send
from peers.handle import Peers

NOT_HERE = "192.0.2.1"
"""An address of documentation (RFC 5737): no machine has it, and nothing is ever sent to it here."""


def test_clients_connect_before_accept(answer: LoadedAnswer, peers: Peers) -> None:
    """Clients can connect as soon as the function returns, before anyone calls `accept`.

    `listen` opens the door; the kernel then completes connections by itself and keeps them in the listener's queue.
    """
    with answer.make_server() as server:
        client = peers.client(server, Send(b"hello"), Expect(b"hi"))

        conn, _ = server.accept()
        with conn:
            conn.sendall(b"hi")
            client.finish()


def test_kernel_chooses_the_port(answer: LoadedAnswer) -> None:
    """Port 0 lets the kernel choose, each time another port.

    Pass the port to `bind` as it is: 0 is the kernel's sign for "any", and `getsockname` tells which one it took.
    """
    with answer.make_server() as first, answer.make_server() as second:
        ports = first.getsockname()[1], second.getsockname()[1]

        assert ports[0] != ports[1]


def test_listens_on_the_host_asked_for(answer: LoadedAnswer, peers: Peers) -> None:
    """Only clients that address `host` reach the server: one on 127.0.0.1 is on no other address.

    Bind to `host` itself. `""` and `"0.0.0.0"` mean every address of this machine.
    """
    with answer.make_server("127.0.0.1", 0) as server:
        client = peers.client(("127.0.0.1", server.getsockname()[1]))

        client.finish()
        assert server.getsockname()[0] == "127.0.0.1"


def test_default_host(answer: LoadedAnswer) -> None:
    """Without a host of its own the server is on 127.0.0.1: nobody from outside reaches it.

    The default is part of the signature.
    """
    with answer.make_server() as server:
        assert server.getsockname()[0] == "127.0.0.1"


@pytest.mark.skipif(sys.platform != "linux", reason="127.0.0.2 is this machine's own only on Linux")
def test_listens_on_another_loopback_address(answer: LoadedAnswer, peers: Peers) -> None:
    """A server on 127.0.0.2 is reached there.

    The whole of 127.0.0.0/8 is this machine; `bind` decides which of its addresses the server is on.
    """
    with answer.make_server("127.0.0.2") as server:
        client = peers.client(("127.0.0.2", server.getsockname()[1]))

        client.finish()
        assert server.getsockname()[0] == "127.0.0.2"


def test_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 host works as an IPv4 host does.

    The address family follows from the host: `getaddrinfo` tells it, or a colon in the address.
    """
    with answer.make_server(ipv6) as server:
        client = peers.client(server)

        client.finish()
        assert server.getsockname()[0] == ipv6


@pytest.mark.parametrize("backlog", [128, 200, 1000], ids=["the default", "200 asked for", "1000 asked for"])
def test_backlog_clients_can_wait(answer: LoadedAnswer, peers: Peers, backlog: int) -> None:
    """At least `backlog` clients can wait to be accepted, as far as the system allows.

    `listen` takes the length of that queue.
    """
    expected = min(backlog, system_ceiling())

    with answer.make_server() if backlog == 128 else answer.make_server("127.0.0.1", 0, backlog=backlog) as server:
        waiting = peers.crowd(server, expected).finish().connections

        assert waiting == expected, f"{waiting} clients could wait to be accepted, of the {expected} that came"


def test_backlog_of_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """At least `backlog` clients can wait on an IPv6 host, too.

    The queue is the listening socket's, of whichever family it is.
    """
    expected = min(200, system_ceiling())

    with answer.make_server(ipv6, backlog=200) as server:
        waiting = peers.crowd(server, expected).finish().connections

        assert waiting == expected, f"{waiting} clients could wait to be accepted, of the {expected} that came"


def test_same_port_again_at_once(answer: LoadedAnswer, peers: Peers) -> None:
    """A server that has just served a client and was closed can be made again on the same port at once.

    The connection that it closed first lingers in TIME_WAIT and keeps the port, unless SO_REUSEADDR was set before
    `bind`, on the old socket and on the new one.
    """
    port = port_of_a_closed_server(answer, peers)

    with answer.make_server(host="127.0.0.1", port=port) as again:
        assert again.getsockname()[1] == port


def test_port_is_never_shared(answer: LoadedAnswer) -> None:
    """A port on which another server listens cannot be had: `OSError` with `errno.EADDRINUSE`.

    SO_REUSEADDR does not let two live servers share a port on TCP. SO_REUSEPORT does.
    """
    with answer.make_server() as first:
        port = first.getsockname()[1]

        with raises(OSError, errno=errno.EADDRINUSE):
            answer.make_server("127.0.0.1", port)


def test_port_asked_for_is_never_shared(answer: LoadedAnswer, peers: Peers) -> None:
    """Nor can a port that was asked for be had twice: `OSError` with `errno.EADDRINUSE`.

    With SO_REUSEPORT on both sockets the kernel deals the clients out among the two, and neither knows.
    """
    port = port_of_a_closed_server(answer, peers)

    with answer.make_server("127.0.0.1", port), raises(OSError, errno=errno.EADDRINUSE):
        answer.make_server("127.0.0.1", port)


def test_ipv6_port(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """A port of an IPv6 host, too, can be had again at once, and never twice.

    The same options hold for sockets of both families.
    """
    port = port_of_a_closed_server(answer, peers, ipv6)

    with answer.make_server(ipv6, port) as again, raises(OSError, errno=errno.EADDRINUSE):
        assert again.getsockname()[1] == port
        answer.make_server(ipv6, port)


def test_address_without_its_link(answer: LoadedAnswer, ipv6: str) -> None:
    """Whatever `bind` objects to, no socket is left open.

    fe80::1 is an address on one link, and does not say on which: the kernel finds that invalid, or not there.
    """
    assert ipv6
    with suppress(OSError):
        answer.make_server("fe80::1").close()


def test_listen_that_fails(answer: LoadedAnswer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one left open when `bind` succeeds and `listen` fails: here another socket was quicker to listen.

    Two sockets with SO_REUSEADDR may be bound to one port as long as neither listens. Close on that way out as well.
    """

    def fail(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))

    monkeypatch.setattr(socket.socket, "listen", fail)

    with suppress(OSError):
        answer.make_server().close()


def test_address_of_another_machine(answer: LoadedAnswer) -> None:
    """An address that is not this machine's cannot be had: `OSError` with `errno.EADDRNOTAVAIL`.

    `bind` says so by itself: let its error through, and close the socket that you have made.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if probe_can_bind(probe):
            pytest.skip(f"this machine lets a socket be bound to {NOT_HERE} (ip_nonlocal_bind)")

    with raises(OSError, errno=errno.EADDRNOTAVAIL):
        answer.make_server(NOT_HERE)


def test_socket_is_in_blocking_mode(answer: LoadedAnswer) -> None:
    """The socket is in blocking mode: `accept` waits, however long no client comes.

    Leave no timeout on it, and do not call `setblocking(False)`.
    """
    with answer.make_server() as server:
        assert is_blocking(server), "the socket has a timeout, or is in non-blocking mode"


@pytest.mark.parametrize("port", [-1, 65536])
def test_port_out_of_range(answer: LoadedAnswer, port: int) -> None:
    """A port outside 0 to 65535 is a `ValueError`.

    `bind` raises `OverflowError` for it, which is another thing: look at the port before you make a socket.
    """
    with raises(ValueError):
        answer.make_server("127.0.0.1", port)


def test_last_port(answer: LoadedAnswer) -> None:
    """65535 is a port like any other.

    Ports are 16 bits: 0 to 65535, both included.
    """
    with suppress(OSError):  # someone may have it
        answer.make_server("127.0.0.1", 65535).close()


def system_ceiling() -> int:
    """The longest queue that the system allows (listen(2)); where it does not tell, the least that systems have."""
    somaxconn = Path("/proc/sys/net/core/somaxconn")
    return int(somaxconn.read_text()) if somaxconn.exists() else 128


def probe_can_bind(probe: socket.socket) -> bool:
    """Whether the machine binds to addresses that are not its own."""
    try:
        probe.bind((NOT_HERE, 0))
    except OSError:
        return False
    return True


def port_of_a_closed_server(answer: LoadedAnswer, peers: Peers, host: str = "127.0.0.1") -> int:
    """The port of a server that has served a client; the connection lingers there, so that nobody else is given it."""
    with answer.make_server(host) as server:
        port: int = server.getsockname()[1]
        client = peers.client(server, Send(b"hello"), ExpectEnd(), End())
        conn, _ = server.accept()
        conn.recv(16)
        conn.close()
        client.finish()
    return port
