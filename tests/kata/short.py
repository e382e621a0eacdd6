"""Sockets that do at once only a little of what they are asked for, as any socket may (send(2), recv(2))."""

import os
import socket
from typing import Any

import pytest

AT_ONCE_IN, AT_ONCE_OUT = 5, 3
"""Bytes that one `recv` gives and one `send` takes at most."""


AT_MOST = 1000
"""Bytes that one `send` and one `os.sendfile` take where every socket is short."""


class ShortSocket(socket.socket):
    """A connection with short reads and writes; `sendall` stays whole."""

    def recv(self, size: int, *flags: int) -> bytes:
        if flags and flags[0] & socket.MSG_WAITALL:
            return super().recv(size, *flags)
        return super().recv(min(size, AT_ONCE_IN), *flags)

    def recv_into(self, buffer: Any, nbytes: int = 0, *flags: int) -> int:
        return super().recv_into(buffer, min(nbytes or len(memoryview(buffer).cast("B")), AT_ONCE_IN), *flags)

    def send(self, data: Any, *flags: int) -> int:
        return super().send(memoryview(data).cast("B")[:AT_ONCE_OUT], *flags)

    def sendmsg(self, buffers: Any, *rest: Any) -> int:
        return super().sendmsg([b"".join(buffers)[:AT_ONCE_OUT]], *rest)


class ShortListener(socket.socket):
    """A listener whose connections are short sockets."""

    def accept(self) -> tuple[socket.socket, Any]:
        sock, address = super().accept()
        return ShortSocket(sock.family, sock.type, sock.proto, sock.detach()), address


@pytest.fixture
def short_sends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has each `send` and `os.sendfile` of the check take at most 1,000 bytes; `sendall` stays whole."""
    send, sendfile = socket.socket.send, os.sendfile

    def short_send(sock: socket.socket, data: Any, *flags: int) -> int:
        return send(sock, memoryview(data).cast("B")[:AT_MOST], *flags)

    def short_sendfile(out_fd: int, in_fd: int, offset: int, count: int) -> int:
        return sendfile(out_fd, in_fd, offset, min(count, AT_MOST))

    monkeypatch.setattr(socket.socket, "send", short_send)
    monkeypatch.setattr(os, "sendfile", short_sendfile)
