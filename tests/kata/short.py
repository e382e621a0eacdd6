"""Sockets that do at once only a little of what they are asked for, as any socket may (send(2), recv(2))."""

import socket
from typing import Any

AT_ONCE_IN, AT_ONCE_OUT = 3, 5
"""Bytes that one `recv` gives and one `send` takes at most."""


class ShortSocket(socket.socket):
    """A connection with short reads and writes; `sendall` stays whole."""

    def recv(self, size: int, *flags: int) -> bytes:
        return super().recv(min(size, AT_ONCE_IN), *flags)

    def recv_into(self, buffer: Any, nbytes: int = 0, *flags: int) -> int:
        return super().recv_into(buffer, min(nbytes or len(memoryview(buffer).cast("B")), AT_ONCE_IN), *flags)

    def send(self, data: Any, *flags: int) -> int:
        return super().send(memoryview(data).cast("B")[:AT_ONCE_OUT], *flags)


class ShortListener(socket.socket):
    """A listener whose connections are short sockets."""

    def accept(self) -> tuple[socket.socket, Any]:
        sock, address = super().accept()
        return ShortSocket(sock.family, sock.type, sock.proto, sock.detach()), address
