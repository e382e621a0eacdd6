"""Sends so much that an answer which copies all it has with every piece cannot keep up."""

import socket
import sys
import time
from dataclasses import dataclass

from peers.diary import SLOWNESS, BrokenStep
from peers.steps import Reset, Send, Wire

UNDER_WAY = 1 << 18
"""Bytes that the sender's kernel may hold: few, so that it goes on in small steps for a slow answer too."""


@dataclass(frozen=True)
class Bulk:
    """Send `unit` so many `times`; the step breaks when the answer takes more than `seconds` of CPU time for it."""

    unit: bytes
    times: int
    seconds: float

    def run(self, wire: Wire) -> None:
        wire.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNDER_WAY)
        start, total = cpu_time(wire.life.answer), len(self.unit) * self.times
        for _ in range(self.times):
            Send(self.unit).run(wire)
            if cpu_time(wire.life.answer) - start > self.seconds * SLOWNESS:
                Reset().run(wire)  # not End: the answer need not take what is under way
                raise BrokenStep(f"{self.seconds:g} s of CPU time were not enough to receive {total >> 20} MiB")


def cpu_time(pid: int) -> float:
    """Seconds of CPU time that a process has used; where the system does not tell, seconds that have passed."""
    if sys.platform != "linux":
        return time.monotonic()
    return time.clock_gettime_ns((~pid << 3) | 2) / 1e9  # CPUCLOCK_SCHED of a whole process, clock_getres(2)
