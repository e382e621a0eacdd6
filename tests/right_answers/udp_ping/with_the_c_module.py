"""Sends and receives by the C module beneath `socket`."""

import contextlib
import errno
import itertools
import socket
import time
from _socket import MSG_DONTWAIT, SO_RCVBUF, SOCK_DGRAM, SOL_SOCKET
from _socket import socket as Raw


class Pings(contextlib.AbstractContextManager):
    def __init__(self, host, port, timeout):
        self.port, self.timeout = port, timeout
        places = socket.getaddrinfo(host, port, 0, SOCK_DGRAM)
        for last, (family, kind, proto, _, address) in zip(itertools.chain(itertools.repeat(False, len(places) - 1), [True]), places):
            try:
                self.sock = self.opened(family, kind, proto, address)
                break
            except OSError:
                if last:
                    raise

    @staticmethod
    def opened(family, kind, proto, address):
        with contextlib.ExitStack() as undo:
            sock = Raw(family, kind, proto)
            undo.callback(sock.close)
            sock.connect(address)
            undo.pop_all()
            return sock

    def __exit__(self, *_):
        self.sock.close()

    def send(self, data):
        self.sock.settimeout(None)
        for _ in range(100):
            with contextlib.suppress(ConnectionRefusedError):  # an earlier one's; ours was not sent
                try:
                    return self.sock.send(data)
                except OSError as exc:
                    if self.port == 0 and exc.errno == errno.EINVAL:
                        return 0
                    raise

    def drain(self):
        self.sock.settimeout(None)
        budget = self.sock.getsockopt(SOL_SOCKET, SO_RCVBUF) // 256 + 16
        with contextlib.suppress(BlockingIOError):
            for _ in range(budget):
                with contextlib.suppress(ConnectionRefusedError):
                    self.sock.recv(1, MSG_DONTWAIT)

    def replies(self, deadline):
        while (left := deadline - time.perf_counter()) > 0:
            self.sock.settimeout(min(left, 3600.0))
            with contextlib.suppress(ConnectionRefusedError, TimeoutError):
                data = self.sock.recv(1024)
                yield data, time.perf_counter()

    def __call__(self, number):
        self.drain()
        start = time.perf_counter()
        self.send(b"ping %d" % number)
        wanted = b"pong %d" % number
        with contextlib.closing(self.replies(start + self.timeout)) as replies:
            for data, when in replies:
                if data == wanted:
                    return when - start if when - start <= self.timeout else None
        return None


def udp_ping(host, port, *, count=4, timeout=0.5):
    for value, top in ((port, 65535), (count, float("inf")), (timeout, float("inf"))):
        if not 0 <= value <= top:
            raise ValueError(value)
    if count == 0:
        return []
    with Pings(host, port, timeout) as ping:
        return list(map(ping, range(1, count + 1)))
