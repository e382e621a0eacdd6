"""Takes the end of the other side for the end of the connection.

check: test_other_side_has_only_ended
words: , None) where ((
"""

import socket

Endpoint = tuple[str, int]


def endpoints(sock: socket.socket) -> tuple[Endpoint | None, Endpoint | None]:
    host, port, *_ = sock.getsockname()
    local = (host, port) if port else None
    try:
        host, port, *_ = sock.getpeername()
        if sock.type == socket.SOCK_STREAM and sock.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b"":
            return local, None
    except BlockingIOError:
        pass
    except OSError:
        return local, None
    return local, (host, port)
