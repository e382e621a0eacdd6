"""Write netcat: two streams at once, and neither waits for the other.

The surprise: whoever sends everything before reading anything may wait for ever. Both directions fill up, and each side
waits for the other to read.

    you      b'HELO me' ──▶                                       end ──▶
    server                  ◀── b'250 hello'   ◀── b'221 bye'             ◀── b'more'   ◀── end, return

Connect to `host` (a name, IPv4 or IPv6) and `port`. What `source` holds goes to the server, what the server says to
`sink`: both at once, each as it comes, whole lines or not.
- `source` ends: you end your side, and the rest of the answer still arrives.
- You return when the server has ended its side. `source` need not end, or say anything, for that.
- Both may send 8 MiB before either reads.
- Both files are any binary ones: buffered or not, pipes, on disk, `io.BytesIO`. You leave them open.
- A thread that waits for `source` may stay behind if it is a daemon.
- A reset: `ConnectionError`, or return; nothing of it is printed, not by a thread of yours either.
- Nobody listens: `ConnectionRefusedError`. Unknown host: `socket.gaierror`.
- A port outside 0 to 65535: `ValueError`.
- You close the socket on every way out, and use no CPU time while nobody speaks.

The check plays server and user, and runs the real nc. By hand: `nc -l 127.0.0.1 4321` in another terminal, then run
this file, and type in both.
"""

import sys
from typing import BinaryIO


def netcat(host: str, port: int, source: BinaryIO, sink: BinaryIO) -> None:
    raise NotImplementedError


if __name__ == "__main__":
    host, port = "127.0.0.1", 4321
    netcat(host, port, sys.stdin.buffer, sys.stdout.buffer)
