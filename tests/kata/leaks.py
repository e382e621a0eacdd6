"""What an answer left behind: after a check that passed, everything that it opened has to be closed (rule R1)."""

import gc
import os
import stat
from dataclasses import dataclass

import pytest

from kata.record import RECORD, Made
from kata.report import failed_report
from kata.verdicts import Wrong


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


def leak_report(
    item: pytest.Item, before: Descriptors, reports: list[pytest.TestReport]
) -> list[pytest.TestReport]:
    """The reports of a check that passed, or such as say what it left open."""
    gc.collect()
    left = what_is_left(item, before)
    if not left:
        return reports
    setup, call, teardown = reports
    return [setup, failed_report(item, Wrong("; ".join(left)), call), teardown]


def what_is_left(item: pytest.Item, before: Descriptors) -> list[str]:
    """A sentence for each thing of the answer's that is open, or was dropped without being closed."""
    record = item.stash[RECORD]
    made = [socket for socket in record.sockets if socket.dropped or socket.is_open]
    sentences = [f"never closed: the socket made in line {socket.line or '?'}" for socket in made]
    known = {socket.fileno for socket in made}
    for number, mode in Descriptors.now().since(before).items():
        if number not in known and stat.S_ISSOCK(mode):
            sentences.append("never closed: a socket that your code opened")
        elif stat.S_ISREG(mode):
            sentences.append(f"never closed: {name_of(number)}")
    return sorted(set(sentences + [f"never closed: {what}" for what in record.dropped_files]))


def name_of(descriptor: int) -> str:
    """The file behind a descriptor, by name where the system tells it."""
    try:
        return f"the file {os.path.basename(os.readlink(f'/proc/self/fd/{descriptor}'))}"
    except OSError:
        return "a file"
