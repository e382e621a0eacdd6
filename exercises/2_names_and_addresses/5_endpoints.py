"""Say which two addresses a socket lies between.

The surprise: a server's port is the local end of all its connections. Only their remote ends tell them apart: it takes
two addresses and two ports to name a connection.

    socket()        (None, None)
    bind, listen    (("127.0.0.1", 4321), None)
    connected       (("127.0.0.1", 4321), ("127.0.0.1", 51482))

Return the local and the remote end of `sock`, each as `(host, port)`, or `None` where it has none (yet).
- It works before and after `bind`, after `listen`, after `connect`, on both halves of a connection, and for datagrams.
- An end of IPv6 is a pair too. So is that of a socket bound to every address: `("0.0.0.0", 4321)`.
- After the other side's reset the remote end is `None`; when it only ended its side it is still there.
- A closed socket: `OSError`. You leave `sock` as it is, open and unread.

The check makes all these sockets. By hand: run this file, and compare with `ss -tan 'sport = :4321'`.
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    raise NotImplementedError


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 4321)) as listener, socket.create_connection(("127.0.0.1", 4321)) as client:
        print("listener", *endpoints(listener), "\nclient  ", *endpoints(client))
        input("press Enter to close: ")
