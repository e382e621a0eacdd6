"""Sends a stream in pieces that no `recv` can join: each follows when the one before it was read.

Two sends in a row come out of one `recv` or of two, as the scheduler has it. Three facts together are no chance: all
was acknowledged, nothing waits in the other side's receive queue, and its process is asleep.
"""

import fcntl
import socket
import struct
import sys
import termios
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from peers.diary import SLOWNESS
from peers.steps import Send, Wire

UNREAD = 2.0 * SLOWNESS
"""Seconds after which the next piece follows all the same: one may also look at bytes and leave them in the socket."""

BLINK = 0.02 * SLOWNESS
"""Seconds between two pieces where the kernel does not tell what was read."""

NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST = 4, 20, 1
TIMER, QUEUES = 16 + 2, 16 + 4 + 48 + 4
"""Where they stand in the answer: a nlmsghdr, four bytes, an inet_diag_sockid, when the timer rings (sock_diag(7))."""

ASKS_FOR_ROOM = 4
"""The timer of a sender whose receiver has no room: it sends a probe when it rings (RFC 9293, section 3.8.6.1)."""


@dataclass(frozen=True)
class Pieces:
    """Send `pieces` one by one, each when the one before it was read."""

    pieces: tuple[bytes, ...]

    def run(self, wire: Wire) -> None:
        deadline = time.monotonic() + UNREAD
        for number, piece in enumerate(self.pieces):
            if number:
                wait_until_read(wire, deadline)
            Send(piece).run(wire)


@dataclass(frozen=True)
class Settle:
    """Wait until the other side sleeps, and either has no more room for what it sends, or all has come, each way."""

    def run(self, wire: Wire) -> None:
        wait_until_read(wire, time.monotonic() + UNREAD, settled=True)


def bytewise(data: bytes) -> Pieces:
    """A step that sends `data` one byte at a time."""
    return Pieces(tuple(data[at : at + 1] for at in range(len(data))))


def wait_until_read(wire: Wire, deadline: float, settled: bool = False) -> None:
    """Wait until all that was sent was read and the other side sleeps, or until `deadline`."""
    while not was_read(wire, settled) and time.monotonic() < deadline:
        wire.life.wait(None, 0, 0.001)


def was_read(wire: Wire, settled: bool) -> bool:
    """Whether the other side has read all that was sent, and sleeps; `settled`: as `Settle` says."""
    try:
        unread, unacknowledged, timer = other_end(wire.sock)
        done = unread == 0 and all_acknowledged(wire.sock)
        if settled:
            done = timer == ASKS_FOR_ROOM or (done and unacknowledged == 0)
    except OSError:
        wire.life.wait(None, 0, BLINK)
        done = True
    return done and asleep(wire.life.answer)


def all_acknowledged(sock: socket.socket) -> bool:
    """Whether all that was sent has arrived in the other side's kernel."""
    return fcntl.ioctl(sock, termios.TIOCOUTQ, bytes(4)) == bytes(4)


def other_end(sock: socket.socket) -> tuple[int, int, int]:
    """Of the other end of `sock`: how many bytes wait to be read, how many of its own are on the way, and its timer.

    `sock` is an IPv4 connection between sockets of this machine.
    """
    if sys.platform != "linux":
        raise OSError("the system does not tell of other ends")
    here, there = sock.getsockname(), sock.getpeername()
    ports = struct.pack(">HH", there[1], here[1])
    addresses = b"".join(socket.inet_aton(host).ljust(16, b"\0") for host in (there[0], here[0]))
    any_interface_and_cookie = bytes(4) + b"\xff" * 8
    query = (
        struct.pack("BBxxI", socket.AF_INET, socket.IPPROTO_TCP, 0xFFFFFFFF)
        + ports
        + addresses
        + any_interface_and_cookie
    )
    header = struct.pack("IHHII", 16 + len(query), SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST, 0, 0)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG) as kernel:
        kernel.sendto(header + query, (0, 0))
        reply = kernel.recv(4096)
    if struct.unpack_from("IH", reply)[1] != SOCK_DIAG_BY_FAMILY:
        raise OSError("the kernel knows no such connection, or tells nothing of it")
    return *struct.unpack_from("II", reply, QUEUES), reply[TIMER]


def asleep(pid: int) -> bool:
    """Whether every thread of the process sleeps (proc_pid_stat(5))."""
    with suppress(FileNotFoundError, ProcessLookupError):
        states = [stat.read_text().rpartition(")")[2].split()[0] for stat in Path(f"/proc/{pid}/task").glob("*/stat")]
        return all(state == "S" for state in states)
    return False
