"""The process of one check.

Whatever an answer does ends with it: what it hangs in, leaves open, changes, prints or kills.
"""

import encodings.idna  # noqa: F401 (names of hosts go through it: loaded once here, not once in each check)
import faulthandler
import gc
import io
import os
import pdb
import re
import resource
import shutil
import signal
import stat
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any, NoReturn

import pytest
from _pytest.runner import runtestprotocol

from kata.guard import GUARD, Guard
from kata.leaks import Descriptors, leak_report
from kata.report import Ended, ended_reports, to_data
from kata.verdicts import BadAnswer
from peers.diary import SLOWNESS

LIMIT = pytest.StashKey[float]()
SCRATCH = pytest.StashKey[str]()
PARENT = pytest.StashKey[int]()

GRACE = 2.0 * SLOWNESS
"""Seconds that a check has to say what it hangs in, and that a process has to end by itself."""

MUTE = 97
"""Exit status of a check that cannot hand back its reports, because its descriptors were closed."""

STACK = "Stack (most recent call first)"
"""How the stack begins that faulthandler prints of a process that nothing else can interrupt."""

MOST_OUTPUT = 20_000
"""Bytes of what an answer printed that are handed on: the last ones."""

LARGEST_FILE = 128 << 20
"""Bytes of a file, captured output too, that an answer may write."""


@contextmanager
def scratch_folder(item: pytest.Item) -> Iterator[str]:
    """The folder of a check, with a short path, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kata-") as folder:
        item.stash[SCRATCH] = folder
        yield folder


class CheckProcess:
    """Forked for one check, ended with all that it started, buried when there is time."""

    def __init__(self, item: pytest.Item) -> None:
        self.item = item
        self._begun = 0.0
        self._scratch = item.stash[SCRATCH] = tempfile.mkdtemp(prefix="kata-")
        self._printed = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the process is buried)
        self._channel, theirs = Pipe()
        with theirs:
            self._pid = fork()
            if self._pid == 0:
                self._channel.close()
                run_check(item, theirs, self._printed.fileno())
        with suppress(OSError):  # done on both sides: whichever comes first
            os.setpgid(self._pid, self._pid)

    def begin(self) -> None:
        """Let the check run; its time begins."""
        self._begun = time.monotonic()
        with suppress(OSError):  # a process that is gone is told of by its reports
            self._channel.send("begin")

    def reports(self) -> list[pytest.TestReport]:
        """The reports of the check, or such as say how its process ended without them."""
        reports = self._reports()
        printed = self._tail_of_printed().partition(STACK)[0]
        for report in reports:
            if report.failed and printed:
                report.sections.append(("Your code printed", printed))
        return reports

    def _reports(self) -> list[pytest.TestReport]:
        deadline = self._begun + self.item.stash.get(LIMIT, float("inf"))
        rung = False
        while True:
            if self._channel.poll(min(max(deadline - time.monotonic(), 0), 0.5)):
                try:
                    what, value = self._channel.recv()
                except (EOFError, OSError):
                    return ended_reports(self.item, Ended(self._exit_code()))
                if what == "reports":
                    return [self._from_data(data) for data in value]
                deadline = time.monotonic() + value
            elif is_orphan(self.item.config):
                self.end()
                self.bury()
                os._exit(1)
            elif time.monotonic() >= deadline and not rung:
                rung, deadline = True, time.monotonic() + GRACE
                self._channel.send("ring")
            elif time.monotonic() >= deadline:
                os.kill(self._pid, signal.SIGUSR1)  # faulthandler then prints the stack
                code = self._exit_code()
                return ended_reports(self.item, Ended(code, hung=True, line=self._line_of_stack()))

    def _tail_of_printed(self) -> str:
        size = self._printed.seek(0, os.SEEK_END)
        self._printed.seek(max(0, size - MOST_OUTPUT))
        return self._printed.read().decode(errors="backslashreplace")

    def _line_of_stack(self) -> int | None:
        """The innermost line of the answer in the stack that faulthandler printed."""
        stack = self._tail_of_printed().partition(STACK)[2]
        found = re.search(rf'File "{re.escape(str(self.item.path))}", line (\d+)', stack)
        return int(found[1]) if found else None

    def end(self) -> None:
        """Kill the process, and all that it started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._pid, signal.SIGKILL)
        self._channel.close()

    def bury(self) -> None:
        """Wait until the process has ended, and clear its folder away."""
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)
        self._printed.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _exit_code(self) -> int | None:
        """How the process ended, below 0 the signal that killed it; None when it goes on all the same."""
        deadline = time.monotonic() + GRACE / 2
        while time.monotonic() < deadline:
            ended, status = os.waitpid(self._pid, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
                return None if code == MUTE else code
            time.sleep(0.01)
        return None

    def _from_data(self, data: dict[str, Any]) -> pytest.TestReport:
        config = self.item.config
        report: pytest.TestReport = config.hook.pytest_report_from_serializable(config=config, data=data)
        return report


def is_orphan(config: pytest.Config) -> bool:
    """Whether this is a process of `-n` whose run is gone: it would notice only when its check is over."""
    return hasattr(config, "workerinput") and os.getppid() != config.stash[PARENT]


def fork() -> int:
    """Fork, with what is still to be printed gone from both sides."""
    gc.freeze()  # the new process has no need to look through, and so to copy, what is here
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        # Since 3.12 a fork beside threads (those of xdist) warns; the new process takes none of their locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def run_check(item: pytest.Item, channel: Connection, printed: int) -> NoReturn:
    """Run the check in this process, which is its own, and hand back the reports."""
    pid = os.getpid()
    try:
        prepare(item, printed)
        channel.recv()
        item.stash[GUARD] = guard = Guard(item, channel, item.stash[SCRATCH])
        before = Descriptors.now()
        reports = runtestprotocol(item, log=False, nextitem=None)
        if os.getpid() == pid:  # and not the child of a fork that the answer made
            if all(report.passed for report in reports):
                reports = leak_report(item, before, reports)
            guard.tell("reports", [to_data(item, report) for report in reports])
    except EOFError:  # the check is not wanted any more, or the run is gone
        shutil.rmtree(item.stash[SCRATCH], ignore_errors=True)
    except OSError:
        os._exit(MUTE)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def prepare(item: pytest.Item, printed: int) -> None:
    """Set this process apart from the one that it was forked from; what is printed goes to the descriptor `printed`."""
    os.setpgid(0, 0)
    capture = item.config.pluginmanager.getplugin("capturemanager")
    if capture and item.config.option.capture != "no":
        capture.stop_global_capturing()
        capture._method = (
            "no"  # an answer can close any file that it prints to, but not this one's descriptor elsewhere
        )
        capture.start_global_capturing()
        for descriptor in (1, 2):
            os.dup2(printed, descriptor)
        output = open(1, "wb", buffering=0, closefd=False)  # noqa: SIM115 (open to the end)
        sys.stdout = sys.stderr = io.TextIOWrapper(output, errors="backslashreplace", write_through=True)
    inherited = Descriptors.now().open
    with open(os.devnull, "wb") as nothing:  # whoever reads the run's output would wait for a child that stays behind
        for number, (mode, _) in inherited.items():
            if number > 2 and (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)):
                os.dup2(nothing.fileno(), number, inheritable=False)
    faulthandler.enable(2)
    faulthandler.register(signal.SIGUSR1, 2, all_threads=False)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    warnings.resetwarnings()  # those of an answer are its own affair
    threading.excepthook = threading.__excepthook__  # pytest's own would keep what a thread prints
    os.chdir(item.stash[SCRATCH])
    sys.breakpointhook = pdb.set_trace = no_debugger


def no_debugger(*_: object, **__: object) -> NoReturn:
    """What `breakpoint()` does in a process that has no terminal."""
    raise BadAnswer("breakpoint() needs a terminal: add --pdb to the command, and your code runs where it has one")
