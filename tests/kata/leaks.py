"""What an answer left behind: after a check that passed, everything that it opened has to be closed (rule R1)."""

import gc
import os
import stat
import threading
from dataclasses import dataclass

import pytest

from kata.record import RECORD
from kata.report import failed_report
from kata.verdicts import Left
from peers.handle import PEERS

LAST_MOMENTS = 0.5
"""Seconds that a thread is given to end where something is still open."""


@dataclass(frozen=True)
class Descriptors:
    """The open descriptors of this process, each with what identifies the file behind it."""

    open: dict[int, tuple[int, int]]

    @classmethod
    def now(cls) -> "Descriptors":
        found = {}
        for name in os.listdir("/dev/fd"):
            try:
                status = os.fstat(int(name))
            except OSError:
                continue  # the one that listed the others
            found[int(name)] = (status.st_mode, status.st_ino)
        return cls(found)

    def since(self, before: "Descriptors") -> dict[int, int]:
        """The descriptors that are new, each with its file mode."""
        return {number: mode for number, (mode, inode) in self.open.items() if before.open.get(number) != (mode, inode)}


def leak_report(item: pytest.Item, before: Descriptors, reports: list[pytest.TestReport]) -> list[pytest.TestReport]:
    """The reports of a check that passed, or such as say what it left open."""
    gc.collect()
    threads = threads_of_the_answer()
    left = what_is_left(item, before)
    if left and threads:
        for thread in threads:
            thread.join(LAST_MOMENTS)  # it may be on its way out, and close what it has open
        left = what_is_left(item, before)
    if not left:
        reports[1].told["left running"] = what_runs_on()
        return reports
    setup, call, teardown = reports
    return [setup, failed_report(item, Left("; ".join(text for text, _ in left), left[0][1]), call), teardown]


def what_is_left(item: pytest.Item, before: Descriptors) -> list[tuple[str, int | None]]:
    """A sentence, and the line if it is known, for each thing that is open, or was dropped without being closed."""
    record = item.stash[RECORD]
    left = [made for made in record.sockets if (made.fileno != -1 or made.dropped) and not made.lost_by_library]
    sentences = {(f"never closed: the socket made in line {made.line or '?'}", made.line) for made in left}
    sentences |= {(f"never closed: the file {name}", None) for name in record.dropped_files}
    known = {made.fileno for made in record.sockets} | (item.stash[PEERS].descriptors if PEERS in item.stash else set())
    for descriptor, mode in Descriptors.now().since(before).items():
        if descriptor not in known and stat.S_ISSOCK(mode):
            sentences.add(("never closed: a socket that your code opened", None))
        elif stat.S_ISREG(mode):
            sentences.add((f"never closed: {name_of(descriptor)}", None))
    return sorted(sentences, key=str)


def threads_of_the_answer() -> list[threading.Thread]:
    """The threads beside the main one."""
    return [thread for thread in threading.enumerate() if thread is not threading.main_thread()]


def what_runs_on() -> list[str]:
    """The threads and child processes that the answer left running: no rule forbids them, but they are worth a word."""
    threads = [f"the thread {thread.name}" for thread in threads_of_the_answer()]
    try:
        children = ["a child process"] if os.waitpid(-1, os.WNOHANG) == (0, 0) else []
    except ChildProcessError:
        children = []
    return threads + children


def name_of(descriptor: int) -> str:
    """The file behind a descriptor, by name where the system tells it."""
    try:
        return f"the file {os.path.basename(os.readlink(f'/proc/self/fd/{descriptor}'))}"
    except OSError:
        return "a file"
