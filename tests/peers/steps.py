"""The steps of a peer on a TCP connection: each waits for one fact of the wire, or breaks with what was missing."""

import select
import socket
import struct
import time
from dataclasses import dataclass
from typing import Protocol

from peers.diary import BrokenStep, Life, WaitedInVain

CHUNK = 1 << 16


class Wire:
    """One connection of a peer."""

    def __init__(self, sock: socket.socket, life: Life) -> None:
        sock.setblocking(False)
        self.sock, self.life = sock, life

    def send_some(self, data: memoryview, rule: str) -> int:
        """Send what fits now, waiting for room first; returns how many bytes went."""
        self.wait(select.POLLOUT, rule)
        start = time.monotonic_ns()
        try:
            sent = self.sock.send(data)
        except ConnectionError:
            raise self.reset() from None
        self.life.diary.note("send", bytes(data[:sent]), start)
        return sent

    def receive_some(self, size: int, rule: str) -> bytes:
        """Receive at most `size` bytes, waiting for the first; `b""` at the end of the stream."""
        self.wait(select.POLLIN, rule)
        try:
            data = self.sock.recv(min(size, CHUNK))
        except ConnectionError:
            raise self.reset() from None
        self.life.diary.note("recv" if data else "saw the end", data or None)
        return data

    def wait(self, mask: int, rule: str) -> None:
        """Wait until the connection is ready for `mask`; the step breaks with `rule` when it does not get so."""
        self.life.diary.waiting = rule
        if not self.life.wait(self.sock, mask):
            raise WaitedInVain(rule)
        self.life.diary.waiting = None

    def reset(self) -> "BrokenConnection":
        """Note that the connection is broken, and return what to raise."""
        self.life.diary.note("saw a reset")
        return BrokenConnection(
            "your code broke the connection off: to close with bytes unread or still to come does it, or SO_LINGER 0"
        )


class BrokenConnection(BrokenStep):
    """The connection was reset under a step."""


class Step(Protocol):
    """What a grading test lists for a peer to do."""

    def run(self, wire: Wire) -> None:
        """Do it, or raise `BrokenStep`."""


@dataclass(frozen=True)
class Send:
    """Send all of `data`."""

    data: bytes

    def run(self, wire: Wire) -> None:
        left = memoryview(self.data)
        while left:
            left = left[wire.send_some(left[:CHUNK], "the peer cannot send on: your code does not read") :]


@dataclass(frozen=True)
class Expect:
    """Receive exactly the bytes `data`, however they are cut into pieces."""

    data: bytes

    def run(self, wire: Wire) -> None:
        came = bytearray()
        while len(came) < len(self.data):
            try:
                chunk = wire.receive_some(
                    len(self.data) - len(came), f"the peer waits for {len(self.data)} bytes and has {len(came)}"
                )
            except BrokenStep as broken:
                raise type(broken)(broken.args[0], self.data, bytes(came)) from None
            if not chunk:
                raise BrokenStep(f"stream ended after {len(came)} of {len(self.data)} bytes", self.data, bytes(came))
            came += chunk
            if not self.data.startswith(came):
                raise BrokenStep("other bytes came than the peer expects", self.data, bytes(came))
        wire.life.diary.received.append(bytes(came))


@dataclass(frozen=True)
class ExpectEnd:
    """Wait for the other side to end its side; further bytes break the step, and so does a reset, unless it may be."""

    or_reset: bool = False

    def run(self, wire: Wire) -> None:
        try:
            more = wire.receive_some(CHUNK, "the peer waits for your code to end the connection")
        except BrokenConnection:
            if self.or_reset:
                return
            raise
        if more:
            raise BrokenStep(f"{len(more)} bytes came where the stream should have ended", b"", more)


@dataclass(frozen=True)
class Receive:
    """Receive `size` bytes, whatever they are."""

    size: int

    def run(self, wire: Wire) -> None:
        left = self.size
        while left:
            chunk = wire.receive_some(left, f"the peer waits for {self.size} bytes and has {self.size - left}")
            if not chunk:
                raise BrokenStep(f"stream ended after {self.size - left} of {self.size} bytes")
            left -= len(chunk)


@dataclass(frozen=True)
class ReceiveAll:
    """Receive to the end of the stream; `keep` hands the bytes to the test, else only their number counts."""

    keep: bool = True

    def run(self, wire: Wire) -> None:
        came = bytearray()
        while chunk := wire.receive_some(CHUNK, "the peer waits for more bytes, or for your code to end its side"):
            if self.keep:
                came += chunk
        wire.life.diary.received.append(bytes(came))


@dataclass(frozen=True)
class Exchange:
    """Send `data` and receive the same bytes back, both at once."""

    data: bytes

    def run(self, wire: Wire) -> None:
        came, left = bytearray(), memoryview(self.data)
        while len(came) < len(self.data):
            sent = len(self.data) - len(left)
            rule = f"{sent:,} bytes were sent, {len(came):,} came back, and nothing moves any more"
            wire.wait(select.POLLIN | (select.POLLOUT if left else 0), rule)
            if readable(wire.sock):
                chunk = wire.receive_some(CHUNK, rule)
                came += chunk
                if not chunk:
                    rule = f"stream ended after {len(came)} of {len(self.data)} bytes"
                    raise BrokenStep(rule, self.data, bytes(came))
            if left and writable(wire.sock):
                left = left[wire.send_some(left[:CHUNK], rule) :]
        if came != self.data:
            raise BrokenStep("other bytes came back than were sent", self.data, bytes(came))


@dataclass(frozen=True)
class End:
    """End this side only: the half-close, `shutdown(SHUT_WR)`."""

    def run(self, wire: Wire) -> None:
        wire.life.diary.note("ends its side")
        try:
            wire.sock.shutdown(socket.SHUT_WR)
        except OSError:  # ENOTCONN: the other side has reset the connection
            raise wire.reset() from None


@dataclass(frozen=True)
class Close:
    """Close the connection."""

    def run(self, wire: Wire) -> None:
        wire.life.diary.note("close")
        wire.sock.close()


@dataclass(frozen=True)
class Reset:
    """Break the connection off: a RST instead of a FIN (`SO_LINGER` of 0 seconds, socket(7))."""

    def run(self, wire: Wire) -> None:
        wire.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        wire.life.diary.note("reset")
        wire.sock.close()


@dataclass(frozen=True)
class Hold:
    """Say and read nothing for `seconds`."""

    seconds: float

    def run(self, wire: Wire) -> None:
        wire.life.diary.note(f"silent for {self.seconds:g} s" if self.seconds < 10 else "silent from now on")
        wire.life.wait(None, 0, self.seconds)


@dataclass(frozen=True)
class Idle:
    """Say nothing for `seconds` and measure the CPU time that the answer's process takes meanwhile (Linux)."""

    seconds: float = 0.2

    def run(self, wire: Wire) -> None:
        wire.life.stay_idle(self.seconds)


@dataclass(frozen=True)
class Trickle:
    """Send `data` again and again, `every` so many seconds, for `seconds` or until the other side is gone."""

    data: bytes
    every: float
    seconds: float

    def run(self, wire: Wire) -> None:
        for _ in range(round(self.seconds / self.every)):
            Send(self.data).run(wire)
            wire.life.wait(None, 0, self.every)


def readable(sock: socket.socket) -> bool:
    return bool(select.select([sock], [], [], 0)[0])


def writable(sock: socket.socket) -> bool:
    return bool(select.select([], [sock], [], 0)[1])
