"""A host with several addresses: the same port number is in another state at each of them."""

import errno
import socket
from contextlib import ExitStack
from dataclasses import dataclass

from peers.diary import Life
from peers.ports import await_caller, callers, fill
from peers.streams import family

OPEN, CLOSED, SILENT, LATE = "open", "closed", "silent", "late"

TRIES = 100
"""How many ports are tried until one is free at all the addresses."""


@dataclass(frozen=True)
class SeveralAddresses:
    """One port number that is `OPEN`, `CLOSED`, `SILENT` or `LATE` at each of the addresses in `states`.

    A late one is silent, and opens as soon as it is called (Linux).
    """

    states: tuple[tuple[str, str], ...]
    name: str = "host"

    def run(self, life: Life) -> None:
        held = self._bound()
        for sock in held:
            life.hold(sock)
        for sock, (address, state) in zip(held, self.states, strict=True):
            if state == CLOSED:  # a connection has the port, so nobody listens there, and nobody can
                sock.connect(self._listener(address, life).getsockname())
            else:
                sock.listen(128 if state == OPEN else 0)
        fill([sock for sock, (_, state) in zip(held, self.states, strict=True) if state in (SILENT, LATE)], life)
        host, port = held[0].getsockname()[:2]
        late = [sock for sock, (_, state) in zip(held, self.states, strict=True) if state == LATE]
        before = callers(port) if late else set()
        life.ready((host, port))
        for sock in late:
            await_caller(port, before, life)
            sock.listen(128)
            life.diary.note(f"{sock.getsockname()[0]} opens")
        life.wait(None, 0, None)

    def _bound(self) -> list[socket.socket]:
        """A socket for each address, all bound to the same port, which the kernel chose for the first of them."""
        for _ in range(TRIES):
            with ExitStack() as undo:
                socks: list[socket.socket] = []
                for address, _ in self.states:
                    socks.append(undo.enter_context(socket.socket(family(address), socket.SOCK_STREAM)))
                    try:
                        socks[-1].bind((address, socks[0].getsockname()[1]))
                    except OSError as error:
                        if error.errno != errno.EADDRINUSE:
                            raise
                        break
                else:
                    undo.pop_all()
                    return socks
        raise OSError(errno.EADDRINUSE, "no port is free at all these addresses")

    def _listener(self, address: str, life: Life) -> socket.socket:
        listener = life.hold(socket.socket(family(address), socket.SOCK_STREAM))
        listener.bind((address, 0))
        listener.listen(1)
        return listener
