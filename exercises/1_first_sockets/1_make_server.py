"""Make a server that listens, and accepts nobody.

The surprise: clients connect all the same. The kernel shakes hands, and keeps them in a queue for `accept`.

    client   ── SYN ──▶                  ── ACK ──▶   connected
    kernel               ◀── SYN+ACK ──               in the queue

Return a TCP socket that listens on `host` and `port` (0: the kernel chooses), in blocking mode: `accept` waits.
- At least `backlog` clients can wait, as far as the system allows.
- Only clients that address `host`, IPv4 or IPv6, reach it: 127.0.0.1 is not 127.0.0.2.
- Closed after serving a client, it can be made again on the same port at once.
- A port where another server listens: `OSError` with `errno.EADDRINUSE`. Two never share one.
- An address that is not this machine's: `OSError` with `errno.EADDRNOTAVAIL`.
- A port outside 0 to 65535: `ValueError`.
- On every error you close what you made. The socket that you return is the caller's.

The check connects, fills the queue, and makes the server again. By hand: run this file; in other terminals
`nc 127.0.0.1 4321`, then `ss -tan 'sport = :4321'`: Recv-Q of the LISTEN row counts who waits.
"""

import socket


def make_server(host: str = "127.0.0.1", port: int = 0, *, backlog: int = 128) -> socket.socket:
    raise NotImplementedError


if __name__ == "__main__":
    with make_server(port=4321) as listener:
        print("listening on", listener.getsockname())
        input("press Enter to close: ")
