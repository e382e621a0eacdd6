r"""Read the lines of a text stream.

The surprise: a packet ends anywhere, in the middle of a line, of a `\r\n`, of a character: an é is two bytes.

    peer   b'caf\xc3' ──▶   b'\xa9\r\nte' ──▶   b'a' ──▶   end ──▶
    you                     'café'                              'tea'

Give (`yield`, say) each line of a UTF-8 stream as soon as it is whole, without its `\n` or `\r\n`. At the end of the
stream give also a last line that has none, as it is.
- Only `\n` ends a line, and one `\r` right before it goes with it. `\x0b`, `\x85`, `\u2028` and other `\r` are text.
- A line over `limit` bytes, its end not counted: `ValueError`, also when its end has not come yet, at the latest
  `limit` + 2 bytes into it.
- Not UTF-8: `UnicodeDecodeError`. Either error comes after the good lines before it.
- A broken connection is an error, not an end. The socket stays open and in blocking mode, between lines too.
- You use no CPU time while nothing comes.

The check cuts everywhere, and answers your lines one by one. By hand: run this file; in another terminal
`nc 127.0.0.1 4321`, and type.
"""

import socket
from collections.abc import Iterator


def read_lines(sock: socket.socket, *, limit: int = 65536) -> Iterator[str]:
    rest = b""
    while chunk := sock.recv(4096):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield _within(limit, line.removesuffix(b"\r")).decode()
        _within(limit, rest.removesuffix(b"\r"))  # that \r may turn out to be the beginning of the end
    if rest:
        yield _within(limit, rest).decode()


def _within(limit: int, line: bytes) -> bytes:
    if len(line) > limit:
        raise ValueError(f"line of {len(line)} bytes or more, at most {limit} are allowed")
    return line


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 4321)) as listener, listener.accept()[0] as conn:
        for number, line in enumerate(read_lines(conn), 1):
            print(number, repr(line))
