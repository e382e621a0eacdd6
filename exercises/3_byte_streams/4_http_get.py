r"""Fetch a page from a web server, by hand.

The surprise: a stream does not say where an answer ends. Its head does, in one of three ways, or not at all.

    you      GET / HTTP/1.1⏎ Host: localhost:8000⏎ ⏎ ──▶                                        (⏎ is \r\n)
    server   ◀── HTTP/1.1 200 OK⏎ Content-Length: 5⏎ ⏎ hello               Response(200, {…}, b"hello")

Send one GET with a `Host` line (IPv6 in brackets) over a socket of your own: no `http.client`, no `urllib`.
- The body comes in chunks (`Transfer-Encoding`), else has `Content-Length` bytes, else ends with the connection.
- 204 and 304 have none. Answers 1xx are skipped: another follows.
- Header names are in lower case, values without the spaces around them; repeated ones are joined by `", "`.
- A body cut short: `EOFError`. A head cut short, or no answer: `EOFError` or `ValueError`.
- A first line that is not HTTP: `ValueError`, at once.
- The whole takes over `timeout`, connecting (to any number of addresses) included: `TimeoutError`.
- An unknown host: `socket.gaierror`. Nobody listens: `ConnectionRefusedError`.
- A `\r` or `\n` in host or path, a port outside 0 to 65535, a negative `timeout`: `ValueError`, nothing sent.
- You close the socket on every way out, and use no CPU time while you wait.

The check plays such servers, then runs Python's. By hand: `python3 -m http.server` in another terminal, then run this
file. `printf 'GET / HTTP/1.0\r\n\r\n' | nc 127.0.0.1 8000` shows the bytes.
"""

from typing import NamedTuple


class Response(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def http_get(host: str, port: int, path: str = "/", *, timeout: float = 5.0) -> Response:
    raise NotImplementedError


if __name__ == "__main__":
    status, headers, body = http_get("127.0.0.1", 8000)
    print(status, headers)
    print(body.decode(errors="replace"))
