"""Grades `http_get`: one request, and an answer of which only its own head can tell where it ends.

HTTP/1.1 is text over a stream: a head up to an empty line, then a body whose end the head has told. You have framed a
message in all the ways there are (by length, by chunks, by the end of the connection), you trust no end that comes too
soon, and you have put one deadline on many calls.
"""

import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kata.answer import LoadedAnswer
from kata.checks import MEASURES_CPU_TIME, count, default_of, raises
from kata.name_service import Host, NameService
from kata.verdicts import Wrong
from peers import Close, ExpectEnd, Hold, Idle, Reset, Send, Trickle
from peers.diary import SLOWNESS
from peers.handle import Peers
from peers.pieces import Settle
from peers.several import SILENT, SeveralAddresses
from peers.web import FileServer, Request

HELLO = Send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
BY_LENGTH = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"
BY_CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
TO_THE_END = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
HANGS_UP = ExpectEnd(or_reset=True)
"""The connection stays open until the answer closes it; what it left unread makes that a reset."""

ANY_BYTES = b"\r\n \x00" + bytes(range(256)) + b"\xff\xfe\r\n\r\n "
LARGE = bytes(range(251)) * 1_000


@pytest.fixture
def short_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a `recv` gives at most 3 bytes, and a `send` takes at most 5, as either may."""
    recv, recv_into, send = socket.socket.recv, socket.socket.recv_into, socket.socket.send

    def short_recv(sock: socket.socket, size: int, flags: int = 0) -> bytes:
        return recv(sock, size if flags else min(size, 3), flags)

    def short_recv_into(sock: socket.socket, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        size = nbytes or memoryview(buffer).nbytes
        return recv_into(sock, buffer, size if flags else min(size, 3), flags)

    monkeypatch.setattr(socket.socket, "recv", short_recv)
    monkeypatch.setattr(socket.socket, "recv_into", short_recv_into)
    monkeypatch.setattr(socket.socket, "send", lambda sock, data, *flags: send(sock, memoryview(data)[:5], *flags))


@pytest.fixture
def slow_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a connection takes 0.5 s, as over a bad line."""

    def slow(connect: Callable[..., Any]) -> Callable[..., Any]:
        def connect_late(sock: socket.socket, address: Any) -> Any:
            time.sleep(0.5)
            return connect(sock, address)

        return connect_late

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, slow(getattr(socket.socket, name)))


@pytest.fixture
def without_http_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither `http.client` nor `urllib`, which is built on it, does anything."""
    import http.client

    def refuse(self: object, *_: object, **__: object) -> None:
        raise Wrong(f"http.client.{type(self).__name__} was used: the exercise is to do it by hand")

    for cls in (http.client.HTTPConnection, http.client.HTTPResponse):
        monkeypatch.setattr(cls, "__init__", refuse)


def test_asks_in_http(answer: LoadedAnswer, peers: Peers, names: NameService) -> None:
    r"""The request is a `GET` line for `/`, a `Host` line that names the host, and an empty line, each ended by `\r\n`.

    `GET / HTTP/1.1`, then `Host: server.test:8000`. A server has many names: it wants the one that you were given.
    """
    names.hosts.append(Host("server.test", ("127.0.0.1",)))
    server = peers.server(Request(), HELLO, HANGS_UP)

    answer.http_get("server.test", server.port, timeout=2.0)

    (request,) = server.finish().received
    assert first_line(request) == "GET / HTTP/1.1"
    assert hosts(request, server.port) == ["server.test"]
    assert b"\n" not in request.replace(b"\r\n", b""), r"a line of the request ends with \n alone, and not with \r\n"


def test_path_and_names_of_arguments(answer: LoadedAnswer, peers: Peers) -> None:
    """The path is asked for as it stands, with its query; all arguments go by their names.

    What stands between `GET ` and ` HTTP/1.1` is the path that you were given, and nothing else.
    """
    server = peers.server(Request(), HELLO, HANGS_UP)

    answer.http_get(host="127.0.0.1", port=server.port, path="/search?q=a%20b&page=2", timeout=2.0)

    (request,) = server.finish().received
    assert first_line(request) == "GET /search?q=a%20b&page=2 HTTP/1.1"


def test_ipv6(answer: LoadedAnswer, peers: Peers, ipv6: str) -> None:
    """An IPv6 host works as an IPv4 host does; in the `Host` line it stands in brackets.

    `create_connection` takes whatever the host resolves to. `[::1]:8000` is an address and a port, `::1:8000` anything.
    """
    server = peers.server(Request(), HELLO, HANGS_UP, host=ipv6)

    response = answer.http_get(ipv6, server.port, timeout=2.0)

    (request,) = server.finish().received
    assert hosts(request, server.port) == ["[::1]"]
    assert response.body == b"hello"


@pytest.mark.usefixtures("without_http_client")
def test_by_hand(answer: LoadedAnswer, peers: Peers) -> None:
    """The exchange is made by hand, without `http.client` and `urllib`.

    A socket, some lines out, some lines in: that is all they do for you.
    """
    server = peers.server(Request(), HELLO, HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.body == b"hello"


def test_body_by_length(answer: LoadedAnswer, peers: Peers) -> None:
    """A body with a `Content-Length` is complete when so many bytes have come: the connection may stay open.

    HTTP/1.1 servers wait for your next request. Whoever reads to the end of the connection waits with them.
    """
    server = peers.server(Request(), HELLO, HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    server.finish()
    assert response.body == b"hello"


def test_no_byte_more_than_the_length(answer: LoadedAnswer, peers: Peers) -> None:
    """What comes after `Content-Length` bytes is no part of the body.

    One `recv` may bring more than the body: cut it off.
    """
    server = peers.server(Request(), Send((BY_LENGTH % 5) + b"hello, and more"), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.body == b"hello"


def test_body_is_bytes(answer: LoadedAnswer, peers: Peers) -> None:
    """The body is the bytes that came, text or not, with nothing added, changed or taken away.

    It may be a picture. No `decode`, no `strip`.
    """
    server = peers.server(Request(), Send((BY_LENGTH % len(ANY_BYTES)) + ANY_BYTES), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert isinstance(response.body, bytes), f"the body is bytes, and {type(response.body).__name__} came"
    assert response.body == ANY_BYTES


def test_body_in_chunks(answer: LoadedAnswer, peers: Peers) -> None:
    r"""A body in chunks is put together: each has its length before it, in hexadecimal, and a length of 0 ends them.

    A line with the length, so many bytes of any kind (line ends too), a `\r\n`; then the next.
    """
    chunks = b"005\r\nhello\r\n" + b"1B\r\n, line one\r\nand line two.\r\n\r\n"
    chunks += b"a\r\n0123456789\r\n" + b"000\r\n\r\n"
    server = peers.server(Request(), Send(BY_CHUNKS + chunks), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    server.finish()
    assert response.body == b"hello, line one\r\nand line two.\r\n0123456789"


def test_chunk_extensions_and_trailers(answer: LoadedAnswer, peers: Peers) -> None:
    """A semicolon and more may follow the length of a chunk, and header lines the last chunk: neither is body.

    Read the length up to the semicolon. After the chunk of length 0 lines may come, up to an empty one.
    """
    chunks = b'5;name="a"\r\nhello\r\n' + b"0;last\r\nX-Checksum: 1234\r\nX-More: 5\r\n\r\n"
    server = peers.server(Request(), Send(BY_CHUNKS + chunks), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.body == b"hello"


def test_chunks_go_before_the_length(answer: LoadedAnswer, peers: Peers) -> None:
    """With `Transfer-Encoding: chunked` the body comes in chunks, whatever `Content-Length` says.

    Look for `Transfer-Encoding` first. Two readings of one message is how requests are smuggled past a proxy.
    """
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
    server = peers.server(Request(), Send(head + b"5\r\nhello\r\n0\r\n\r\n"), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.body == b"hello"


def test_body_until_the_server_closes(answer: LoadedAnswer, peers: Peers) -> None:
    """Without chunks and without a length the body ends where the connection does.

    Then, and only then, `b""` from `recv` is the end that you wait for.
    """
    server = peers.server(Request(), Send(TO_THE_END + b"hello, "), Send(b"world"), Close())

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.body == b"hello, world"


@pytest.mark.parametrize(
    "status",
    [
        b"204 No Content",
        b"304 Not Modified",
        b"304 Not Modified\r\nContent-Length: 5",
        b"304 Not Modified\r\nTransfer-Encoding: chunked",
    ],
    ids=["204", "304", "304 with a length", "304 by chunks"],
)
def test_answers_without_a_body(answer: LoadedAnswer, peers: Peers, status: bytes) -> None:
    """An answer with status 204 or 304 has no body, whatever its head says of one.

    The head is all there is: do not wait for more, the connection may stay open. A 304 tells the length that a body
    would have, and how it would come (RFC 9110, section 15.4.5; RFC 9112, section 6.1).
    """
    server = peers.server(Request(), Send(b"HTTP/1.1 " + status + b"\r\n\r\n"), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    server.finish()
    assert response.status == int(status[:3])
    assert response.body == b""


@pytest.mark.parametrize(
    ("before", "after"),
    [(BY_LENGTH % len(LARGE), b""), (BY_CHUNKS + b"%X\r\n" % len(LARGE), b"\r\n0\r\n\r\n"), (TO_THE_END, b"")],
    ids=["by length", "by chunks", "to the end"],
)
def test_large_body(answer: LoadedAnswer, peers: Peers, before: bytes, after: bytes) -> None:
    """A body of many packets comes whole, whatever tells where it ends.

    One `recv` gives what has arrived, and never all of it: call it until you have what the head has told.
    """
    server = peers.server(Request(), Send(before + LARGE + after), Close())

    response = answer.http_get("127.0.0.1", server.port, timeout=8.0)

    assert response.body == LARGE


@pytest.mark.usefixtures("short_calls")
def test_a_little_at_a_time(answer: LoadedAnswer, peers: Peers) -> None:
    r"""`recv` may give three bytes at a time, and `send` take five: nothing gets lost in between.

    A line, its `\r\n`, the length of a chunk: each may come in pieces. Keep what you have, and look at all of it.
    """
    chunks = b"10;x=y\r\n0123456789abcdef\r\n3\r\n\r\n.\r\n0\r\n\r\n"
    server = peers.server(Request(), Send(BY_CHUNKS + chunks), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    server.finish()
    assert response.headers == {"transfer-encoding": "chunked"}
    assert response.body == b"0123456789abcdef\r\n."


def test_header_names_are_in_lower_case(answer: LoadedAnswer, peers: Peers) -> None:
    """`headers` is a dict with the names in lower case, however the server writes them.

    Upper and lower case mean the same in a header's name, and not in its value.
    """
    lines = b"content-LENGTH: 5\r\nX-Kata: Yes\r\n\r\n"
    server = peers.server(Request(), Send(b"HTTP/1.1 200 OK\r\n" + lines + b"hello"), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.headers == {"content-length": "5", "x-kata": "Yes"}
    assert response.body == b"hello"


def test_header_values(answer: LoadedAnswer, peers: Peers) -> None:
    """The value of a header is what follows the first colon, without the spaces and tabs around it.

    Only the first colon divides. One space after it is usual, none and several are right.
    """
    lines = b"Location: http://a.test:80/b\r\nX-Tight:a b\r\nX-Wide:   a  b \t\r\nX-Empty:\r\n\r\n"
    server = peers.server(Request(), Send(b"HTTP/1.1 200 OK\r\n" + lines), Close())

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.headers == {"location": "http://a.test:80/b", "x-tight": "a b", "x-wide": "a  b", "x-empty": ""}


def test_repeated_headers_are_joined(answer: LoadedAnswer, peers: Peers) -> None:
    """A header that comes several times is one, its values joined by a comma and a space, in the order they came.

    The second `Via` adds to the first. Case does not tell them apart.
    """
    lines = b"Via: 1.1 one\r\nContent-Length: 0\r\nVIA: 1.1 two\r\nvia: 1.0 three\r\n\r\n"
    server = peers.server(Request(), Send(b"HTTP/1.1 200 OK\r\n" + lines), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.headers == {"via": "1.1 one, 1.1 two, 1.0 three", "content-length": "0"}


@pytest.mark.parametrize("line", ["404 Not Found", "200 "], ids=["several words of reason", "no reason"])
def test_status(answer: LoadedAnswer, peers: Peers, line: str) -> None:
    """The status is the number in the first line, as an int; the words behind it may be several, or none.

    Only the number counts. 404 is an answer like any other, not an error.
    """
    server = peers.server(Request(), Send(f"HTTP/1.1 {line}\r\nContent-Length: 5\r\n\r\nhello".encode()), HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert count(response.status) == int(line[:3])
    assert response.body == b"hello"


def test_answers_that_are_only_on_the_way(answer: LoadedAnswer, peers: Peers) -> None:
    """Answers with a status from 100 to 199 are skipped, with their headers: the answer is still to come.

    `100 Continue` and `103 Early Hints` are a head each, and then another head follows. There may be several.
    """
    first = Send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")
    server = peers.server(Request(), first, HELLO, HANGS_UP)

    response = answer.http_get("127.0.0.1", server.port, timeout=2.0)

    assert response.status == 200
    assert response.headers == {"content-length": "5"}
    assert response.body == b"hello"


@pytest.mark.parametrize(
    "sent",
    [
        (BY_LENGTH % 10) + b"hello",
        BY_CHUNKS + b"a\r\nhello",
        BY_CHUNKS + b"5\r\nhello\r\n",
        BY_CHUNKS + b"5\r\nhello\r\n1",
    ],
    ids=["by length", "in a chunk", "between two chunks", "in the length of a chunk"],
)
def test_body_cut_short(answer: LoadedAnswer, peers: Peers, sent: bytes) -> None:
    """A body that ends before it is complete is an `EOFError`, not a shorter body.

    When `recv` gives `b""` you know what is missing: half a page looks like a page to whoever gets it.
    """
    server = peers.server(Request(), Send(sent), Close())

    with raises(EOFError):
        answer.http_get("127.0.0.1", server.port, timeout=2.0)


def test_reset_is_no_end(answer: LoadedAnswer, peers: Peers) -> None:
    """A connection that is reset in the middle of the body is an error, an `OSError` or `EOFError`, and no end.

    Only `b""` says that the server has sent all that it wanted to send.
    """
    server = peers.server(Request(), Send(TO_THE_END + b"hello"), Reset())

    with raises(EOFError, OSError):
        answer.http_get("127.0.0.1", server.port, timeout=2.0)


@pytest.mark.parametrize(
    "sent",
    [b"", b"HTTP/1.1 20", b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"],
    ids=["no answer", "in the first line", "in a header line", "after a header line"],
)
def test_head_cut_short(answer: LoadedAnswer, peers: Peers, sent: bytes) -> None:
    """A head that ends before its empty line, or no answer at all, is an `EOFError` or a `ValueError`.

    A head is complete with its empty line. The end of the connection is none.
    """
    server = peers.server(Request(), Send(sent), Close())

    with raises(EOFError, ValueError):
        answer.http_get("127.0.0.1", server.port, timeout=2.0)


@pytest.mark.parametrize("line", [b"SSH-2.0-OpenSSH_9.2", b"ICY 200 OK"], ids=["SSH", "ICY"])
def test_first_line_that_is_not_http(answer: LoadedAnswer, peers: Peers, line: bytes) -> None:
    """A first line that is not HTTP is a `ValueError`, at once: no empty line is waited for.

    It begins with `HTTP/`, and the status comes next. Look before you read on: who is no web server sends no head.
    """
    server = peers.server(Request(), Send(line + b"\r\n"), HANGS_UP)

    with raises(ValueError):
        answer.http_get("127.0.0.1", server.port, timeout=2.0)


def test_server_that_does_not_even_connect(answer: LoadedAnswer, peers: Peers) -> None:
    """Connecting is part of the exchange: a server that does not answer it within `timeout` is a `TimeoutError`.

    Set the timeout before you connect, or give it to `create_connection`.
    """
    port = peers.silent().ports[0]
    start = time.monotonic()

    with raises(TimeoutError):
        answer.http_get("127.0.0.1", port, timeout=0.05)

    assert time.monotonic() - start < 2.5 * SLOWNESS, "the timeout of 0.05 s came far too late"


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux has a machine many loopback addresses")
def test_host_with_many_silent_addresses(answer: LoadedAnswer, peers: Peers, names: NameService) -> None:
    """A host with many addresses has one `timeout` for them all.

    `create_connection((host, port), timeout)` gives it to each of them. Resolve first, and give each what is left.
    """
    addresses = tuple(f"127.0.0.{number}" for number in range(1, 61))
    names.hosts.append(Host("many.test", addresses))
    host = peers._start(SeveralAddresses(tuple((address, SILENT) for address in addresses)))
    start = time.monotonic()

    with raises(TimeoutError):
        answer.http_get("many.test", host.port, timeout=0.05)

    elapsed = time.monotonic() - start
    assert elapsed < 2.5 * SLOWNESS, f"60 addresses took {elapsed:.1f} s, and the timeout is 0.05 s"


def test_server_that_does_not_answer(answer: LoadedAnswer, peers: Peers) -> None:
    """A server that takes the request and says nothing for `timeout` seconds is a `TimeoutError`.

    Connected is not answered: the wait for the answer needs a bound as well.
    """
    server = peers.server(Request(), Hold(3 * SLOWNESS), Close())

    with raises(TimeoutError):
        answer.http_get("127.0.0.1", server.port, timeout=0.05)


def test_slow_head(answer: LoadedAnswer, peers: Peers) -> None:
    """A head that comes line by line for longer than `timeout` is a `TimeoutError`: lines do not prolong the wait.

    A timeout for each `recv` begins anew with each line. Set a deadline once, and before each `recv` what is left.
    """
    head = Send(b"HTTP/1.1 200 OK\r\n"), Trickle(b"X-Slow: yes\r\n", every=0.02, seconds=2.0), Send(b"\r\n")
    server = peers.server(Request(), *head, Close())

    with raises(TimeoutError):
        answer.http_get("127.0.0.1", server.port, timeout=0.4)


def test_answers_on_the_way_do_not_prolong_the_wait(answer: LoadedAnswer, peers: Peers) -> None:
    """Answers that are only on the way do not prolong the wait, however many come.

    They say that the server lives, and not that there is more time: the deadline is that of the whole exchange.
    """
    early = Trickle(b"HTTP/1.1 102 Processing\r\n\r\n", every=0.02, seconds=2.0)
    server = peers.server(Request(), early, HELLO, Close())

    with raises(TimeoutError):
        answer.http_get("127.0.0.1", server.port, timeout=0.4)


@pytest.mark.usefixtures("slow_connections")
def test_slow_in_every_part(answer: LoadedAnswer, peers: Peers) -> None:
    """The timeout is for the whole exchange: connection, head and body, each in time, can be too late together.

    One deadline for everything, from before you connect: no part of the exchange begins it anew.
    """
    server = peers.server(Request(), Hold(0.4), Send(BY_LENGTH % 5), Hold(0.55), Send(b"hello"), Close())

    with raises(TimeoutError):
        answer.http_get("127.0.0.1", server.port, timeout=1.2)


def test_default_timeout(answer: LoadedAnswer, peers: Peers) -> None:
    """The answer is waited for five seconds when no timeout is asked for.

    The default is part of the signature.
    """
    if default_of(answer.http_get, "timeout") != 5.0:
        start = time.monotonic()

        with raises(TimeoutError):
            answer.http_get("127.0.0.1", peers.silent().ports[0])

        elapsed = time.monotonic() - start
        assert 4.5 <= elapsed < 7.5 * SLOWNESS, f"it gave up after {elapsed:.1f} s where 5 s are the default"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["CR LF", "LF", "CR"])
def test_line_break_in_the_path(answer: LoadedAnswer, listener: socket.socket, end: str) -> None:
    r"""A `\r` or a `\n` in the path is a `ValueError`, and nothing is sent.

    Whoever chose the path could write further lines of your request with it. Look before you send.
    """
    host, port = listener.getsockname()

    with raises(ValueError):
        answer.http_get(host, port, f"/ HTTP/1.1{end}X-Smuggled: yes", timeout=0.1)

    assert sent_to(listener) == b""


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["CR LF", "LF", "CR"])
@pytest.mark.parametrize("where", ["path", "host"])
def test_line_break_at_the_end(answer: LoadedAnswer, listener: socket.socket, where: str, end: str) -> None:
    r"""A line break at the very end of a path or host is one as well: a `ValueError`, and nothing is sent.

    In a regular expression `$` matches before a last `\n` too. `\Z` does not, and `in` needs neither.
    """
    host, port = listener.getsockname()

    with raises(ValueError):
        answer.http_get(*((host + end, port) if where == "host" else (host, port, "/" + end)), timeout=0.1)

    assert sent_to(listener) == b""


def test_line_break_in_the_host(answer: LoadedAnswer, listener: socket.socket, names: NameService) -> None:
    """A line break in the host is a `ValueError` too, and nothing is sent.

    The host stands in a line of your request as the path does.
    """
    host = "server.test\r\nX-Smuggled: yes"
    names.hosts.append(Host(host, ("127.0.0.1",)))

    with raises(ValueError):
        answer.http_get(host, listener.getsockname()[1], timeout=0.1)

    assert sent_to(listener) == b""


@pytest.mark.parametrize("bad", [{"port": -1}, {"port": 65536}, {"timeout": -1}], ids=str)
def test_bad_arguments(answer: LoadedAnswer, listener: socket.socket, bad: dict[str, int]) -> None:
    """A port outside 0 to 65535 or a negative timeout is a `ValueError`, before anything is sent.

    The system takes 65536 for port 0. Look at the port first.
    """
    host, port = listener.getsockname()

    with raises(ValueError):
        answer.http_get(host, **{"port": port, "timeout": 0.1} | bad)

    assert sent_to(listener) == b""


@pytest.mark.parametrize("port", [0, 65535])
def test_first_and_last_port(answer: LoadedAnswer, names: NameService, port: int) -> None:
    """0 and 65535 are ports like any other: here only the host is bad, a `socket.gaierror`.

    Ports are 16 bits: 0 to 65535, both included.
    """
    with raises(socket.gaierror):
        answer.http_get("nobody.test", port, timeout=2.0)


def test_nobody_listens(answer: LoadedAnswer, peers: Peers) -> None:
    """Where nobody listens it is a `ConnectionRefusedError`.

    `connect` raises it: let it through.
    """
    port = peers.closed().ports[0]

    with raises(ConnectionRefusedError):
        answer.http_get("127.0.0.1", port, timeout=2.0)


def test_unknown_host(answer: LoadedAnswer, names: NameService) -> None:
    """A host that does not resolve is a `socket.gaierror`.

    Let the resolver's error through.
    """
    with raises(socket.gaierror):
        answer.http_get("nobody.test", 80, timeout=2.0)


@MEASURES_CPU_TIME
@pytest.mark.parametrize(
    "said", [b"", BY_LENGTH % 5, BY_CHUNKS + b"5\r\n"], ids=["for a head", "for a body", "for a chunk"]
)
def test_waits_without_spinning(answer: LoadedAnswer, peers: Peers, said: bytes) -> None:
    """While the server says nothing, or nothing more, the call uses no CPU time.

    A socket with a timeout sleeps in the kernel; a loop that asks again and again does not.
    """
    rest = b"hello\r\n0\r\n\r\n" if b"chunked" in said else b"hello" if said else HELLO.data
    server = peers.server(Request(), Send(said), Settle(), Idle(0.1), Send(rest), HANGS_UP)

    answer.http_get("127.0.0.1", server.port)

    spent = server.finish().idle_cpu
    assert spent < 0.02, f"{spent:.3f} s of CPU time in 0.1 s of silence"


def test_http_server_of_python(answer: LoadedAnswer, peers: Peers, folder: Path) -> None:
    """Python's own `http.server` understands you, and you understand it: a file, and one that is not there.

    It speaks HTTP/1.0: the first line of an answer may begin with that, too.
    """
    (folder / "page.html").write_bytes(ANY_BYTES)
    server = peers._start(FileServer(str(folder)))

    page = answer.http_get("127.0.0.1", server.port, "/page.html")
    missing = answer.http_get("127.0.0.1", server.port, "/missing.html")

    assert page.status == 200
    assert page.headers["content-type"] == "text/html"
    assert page.body == ANY_BYTES
    assert missing.status == 404


def first_line(request: bytes) -> str:
    """The first line of a request."""
    return request.decode(errors="replace").splitlines()[0]


def hosts(request: bytes, port: int) -> list[str]:
    """The hosts that a request names in `Host` lines; the port may stand behind one or not."""
    fields = [line.partition(":") for line in request.decode(errors="replace").splitlines()]
    return [value.strip(" \t").removesuffix(f":{port}") for name, _, value in fields if name.lower() == "host"]


def sent_to(listener: socket.socket) -> bytes:
    """What was sent over the connection that waits at `listener`, or the beginning of it."""
    listener.setblocking(False)
    try:
        with listener.accept()[0] as conn:
            conn.setblocking(False)
            return conn.recv(1000)
    except BlockingIOError:
        return b""
