"""What a peer saw and when, and how it waits: never for ever, and never past the end of its test."""

import os
import select
import socket
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

SLOWNESS = float(os.environ.get("KATA_SLOWNESS", "1"))
"""How many times slower than usual this machine is: it stretches every wait of the kata."""

PATIENCE = 3.0 * SLOWNESS
"""Seconds without any progress after which a peer gives the answer up."""

SHOWN = 64
"""Bytes of a longer piece of data that a diary keeps."""


LOOKS = 10
"""How many times a silent peer looks whether the answer sleeps, at the least."""


def is_running(pid: int) -> bool:
    """Whether a thread of the process is running or ready to run (proc(5), the state in /proc/PID/stat)."""
    try:
        threads = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/stat")]
    except OSError:
        return False
    return any(stat.rpartition(")")[2].split()[0] == "R" for stat in threads)


class Dismissed(Exception):
    """The test needs this peer no longer, or is gone."""


class BrokenStep(Exception):
    """The other side did not do what a step waited for: the rule, and the bytes expected and come."""

    args: tuple[str, bytes | None, bytes | None]

    def __init__(self, rule: str, expected: bytes | None = None, came: bytes | None = None) -> None:
        super().__init__(rule, expected, came)


class WaitedInVain(BrokenStep):
    """Nothing happened for as long as a peer waits."""


FEW = 3
"""So many events of a kind stand one by one, and more as one that counts them."""


@dataclass
class Event:
    """One thing that a peer did or saw, or several of a kind in a row, of `size` bytes in all.

    `at` is `time.monotonic_ns()`, one clock for all processes of a machine, and so is `until`, of the last of several.
    What was `missed` was waited for in vain.
    """

    at: int
    what: str
    data: bytes | None = None
    size: int = 0
    times: int = 1
    missed: bool = False
    until: int = 0


@dataclass
class Diary:
    """What a peer hands back at the end."""

    name: str
    events: list[Event] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)
    connections: int = 0
    idle_cpu: float = 0.0
    waiting: str | None = None
    broken: tuple[str, bytes | None, bytes | None] | None = None
    crash: str | None = None

    def note(self, what: str, data: bytes | None = None, at: int | None = None) -> None:
        """Write down an event that happens now, or at the time given in nanoseconds."""
        last = self.events[-FEW:]
        if data and [event.what for event in last] == [what] * FEW:
            last[-1].times, last[-1].size = last[-1].times + 1, last[-1].size + len(data)
            last[-1].until = time.monotonic_ns()
        else:
            shown = None if data is None else data[:SHOWN]
            self.events.append(Event(at or time.monotonic_ns(), what, shown, len(data or b"")))

    def give_up(self, broken: BrokenStep) -> None:
        """Write down that a step broke, and whether it had waited in vain."""
        rule, expected, came = broken.args
        self.broken = (rule.replace("the peer", f"the {self.name}"), expected, came)
        what = f"✘ gives up after {PATIENCE:g} s" if isinstance(broken, WaitedInVain) else "✘ not what it expects"
        self.events.append(Event(time.monotonic_ns(), what, missed=True))


class Life:
    """What a peer has to live on: its channel to the test, its diary, and the sockets that it holds until dismissed."""

    def __init__(self, channel: Connection, diary: Diary, held: ExitStack, answer: int) -> None:
        self.channel, self.diary, self.answer = channel, diary, answer
        self._held = held

    def hold(self, sock: socket.socket) -> socket.socket:
        """Keep `sock` open to the end, also when the script is through: only a step may close it."""
        return self._held.enter_context(sock)

    def ready(self, address: Any) -> None:
        """Tell the test, which waits for it, where this peer is."""
        self.channel.send(address)

    def stay_idle(self, seconds: float) -> None:
        """Be silent for `seconds`, and note the CPU time that the answer's process takes meanwhile (Linux).

        A process that is found running or ready to run at every look wants all the time that there is, whatever a
        busy machine gives it. One that was given none has not had its turn to go to sleep: it is looked at for longer.
        """
        clock = (~self.answer << 3) | 2  # CPUCLOCK_SCHED of a whole process, clock_getres(2)
        before = time.clock_gettime_ns(clock)
        self.diary.note(f"silent for {seconds:g} s")
        deadline = time.monotonic() + PATIENCE
        looks: list[bool] = []
        spent = 0.0
        while len(looks) < LOOKS or (all(looks) and spent < seconds / 2 and time.monotonic() < deadline):
            self.wait(None, 0, seconds / LOOKS)
            looks.append(is_running(self.answer))
            spent = (time.clock_gettime_ns(clock) - before) / 1e9
        self.diary.idle_cpu = max(spent, seconds) if all(looks) else spent

    def wait(self, sock: socket.socket | None, mask: int, seconds: float | None = PATIENCE) -> bool:
        """Wait until `sock` is ready for `mask` (of `select.poll`); False when `seconds` passed without it."""
        poll = select.poll()
        poll.register(self.channel, select.POLLIN)
        if sock is not None:
            poll.register(sock, mask)
        ready = [descriptor for descriptor, _ in poll.poll(None if seconds is None else seconds * 1000)]
        if self.channel.fileno() in ready:
            raise Dismissed
        return bool(ready)
