"""Find a service's port in the file that names them.

The surprise: no magic turns "https" into 443. It is a line of a text file, and the protocol is a part of the answer.

    http-alt  8080/tcp  webcache      # name  port/protocol  aliases  # comment
    talk       517/udp
                                      find_service("webcache") ──▶ Service("http-alt", ("webcache",), 8080, "tcp")

Return the first entry of the file at `path` that has `name` as its name or among its aliases, and `protocol`.
- Between fields are spaces or tabs, one or many; blank lines, and all from a `#` on, say nothing.
- `aliases` is a tuple of `str`; `port` is an `int`. Upper and lower case differ.
- Bytes that are not UTF-8 (in a comment, say) do no harm.
- No such entry: `LookupError`; no such file: `FileNotFoundError`. You close the file on every way out.

The check writes its own files. By hand: run this file with `domain udp` behind its name, and compare with
`getent services domain/udp`.
"""

from typing import NamedTuple


class Service(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    port: int
    protocol: str


def find_service(name: str, protocol: str = "tcp", *, path: str = "/etc/services") -> Service:
    raise NotImplementedError


if __name__ == "__main__":
    import sys

    print(find_service(*sys.argv[1:] or ["http"]))
