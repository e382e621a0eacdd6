"""Has the kernel make the socket non-blocking, which Python does not know.

check: test_socket_is_in_blocking_mode
words: the socket has a timeout, or is in non-blocking mode
"""

import _socket
import contextlib
import errno
import socket


def _listen(family, address, backlog):
    with contextlib.ExitStack() as undo:
        raw = _socket.socket(family, _socket.SOCK_STREAM | _socket.SOCK_NONBLOCK | _socket.SOCK_CLOEXEC, 0)
        undo.callback(raw.close)
        raw.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
        if family == _socket.AF_INET6:
            mapped = _socket.inet_pton(family, address[0].partition("%")[0]).startswith(bytes(10) + b"\xff\xff")
            raw.setsockopt(_socket.IPPROTO_IPV6, _socket.IPV6_V6ONLY, 0 if mapped else 1)
        raw.bind(address)
        raw.listen(backlog)
        made = socket.socket(family, socket.SOCK_STREAM, 0, fileno=raw.fileno())
        raw.detach()
        return made


def make_server(host="127.0.0.1", port=0, *, backlog=128):
    if port not in range(65536):
        raise ValueError("port must be 0-65535")
    if backlog < 0:
        raise ValueError("backlog must not be negative")
    places = [(entry[0], entry[4]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    while places:
        family, address = places.pop(0)
        try:
            return _listen(family, address, min(backlog, 2**31 - 1))
        except OSError as exc:
            if exc.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT) or not places:
                raise
