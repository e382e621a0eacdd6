"""Runs each check of an answer in a process of its own, forked for it alone.

Whatever an answer does ends with that process: what it hangs in, leaves open, changes, prints or kills. This process
never runs a line of it; it waits for the reports, and for no longer than pytest-timeout's limit.
"""

import faulthandler
import gc
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, NoReturn

import pytest
import pytest_timeout
from _pytest.runner import runtestprotocol
from peers.diary import PATIENCE, SLOWNESS
from peers.handle import Mother

from kata.collect import Answer
from kata.guard import GUARD, Guard
from kata.leaks import Descriptors, leak_report
from kata.report import NOT_DONE, NOT_RUN, Ended, ended_reports, reports_without_run
from kata.verdicts import STUCK, TODO, WAITING

LIMIT = pytest.StashKey[float]()
MOTHER = pytest.StashKey[Mother]()
SCRATCH = pytest.StashKey[str]()
STUCK_FILES = pytest.StashKey[set[Path]]()

GRACE = 2.0 * SLOWNESS
"""Seconds that a check has to say what it hangs in, and that a process has to end by itself."""

LARGEST_FILE = 4 << 30
"""Bytes of a file, captured output too, that an answer may write."""


def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool | None:
    """pytest-timeout says how long a check may take; how its end is rung is up to `wait_for_reports`."""
    if not isinstance(item.parent, Answer):
        return None
    item.stash[LIMIT] = settings.timeout
    if GUARD in item.stash:  # func_only: the time begins here, in the check's own process
        item.stash[GUARD].tell("limit", settings.timeout)
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """With `-n` all checks of an answer go to one process, which then knows whether it is stuck."""
    if config.getoption("numprocesses", None) and config.option.dist == "no":
        config.option.dist = "loadfile"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> bool | None:
    if not isinstance(item.parent, Answer):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    stuck = item.config.stash.setdefault(STUCK_FILES, set())
    if item.parent.is_stub:
        reports = reports_without_run(item, TODO, NOT_DONE)
    elif item.path in stuck and not item.config.option.all:
        reports = reports_without_run(item, WAITING, NOT_RUN)
    else:
        reports = reports_of(item)
    for report in reports:
        if report.failed and (report.verdict == STUCK or report.duration >= PATIENCE):
            stuck.add(item.path)  # what takes seconds to fail is not waited for again in each other check
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def mother_of(config: pytest.Config) -> Mother:
    """The process that peers come from, started when the first check needs it."""
    if MOTHER not in config.stash:
        config.stash[MOTHER] = mother = Mother()
        config.add_cleanup(mother.close)
    return config.stash[MOTHER]


def reports_of(item: pytest.Item) -> list[pytest.TestReport]:
    """Run the check and return its reports, whatever becomes of it."""
    mother_of(item.config)
    with tempfile.TemporaryDirectory(prefix="kata-") as scratch:
        item.stash[SCRATCH] = scratch
        if item.config.getoption("usepdb") or item.config.getoption("trace") or pytest_timeout.is_debugging():
            return runtestprotocol(item, log=False, nextitem=None)
        ours, theirs = Pipe()
        with ours:
            with theirs:
                pid = fork()
                if pid == 0:
                    ours.close()
                    run_check(item, theirs)
            try:
                return wait_for_reports(item, ours, pid)
            finally:
                end(pid)


def fork() -> int:
    """Fork, with what is still to be printed gone from both sides."""
    gc.freeze()  # the new process has no need to look through, and so to copy, what is here
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        # Since 3.12 a fork beside threads (those of xdist) warns; the new process takes none of their locks.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def wait_for_reports(item: pytest.Item, channel: Connection, pid: int) -> list[pytest.TestReport]:
    """The reports that come over `channel`, or such as say how the process ended without them."""
    deadline = time.monotonic() + item.stash.get(LIMIT, float("inf"))
    rung = False
    while True:
        if channel.poll(min(max(deadline - time.monotonic(), 0), 0.5)):
            try:
                what, value = channel.recv()
            except (EOFError, OSError):
                return ended_reports(item, Ended(exit_code(pid)), captured(item))
            if what == "limit":
                deadline = time.monotonic() + value
            else:
                return [
                    item.config.hook.pytest_report_from_serializable(config=item.config, data=data) for data in value
                ]
        elif time.monotonic() < deadline:
            continue
        elif not rung:
            rung, deadline = True, time.monotonic() + GRACE
            channel.send("ring")
        else:
            os.kill(pid, signal.SIGUSR1)
            return ended_reports(item, Ended(exit_code(pid), hung=True), captured(item))


def captured(item: pytest.Item) -> str:
    """What the process printed that ended without handing it over: it lies in the file that both processes share."""
    capture = item.config.pluginmanager.getplugin("capturemanager")
    return "\n".join(capture.read_global_capture()) if capture and capture.is_globally_capturing() else ""


def exit_code(pid: int) -> int | None:
    """How the process ended, below 0 the signal that killed it; None when it goes on all the same."""
    deadline = time.monotonic() + GRACE / 2
    while time.monotonic() < deadline:
        with suppress(ChildProcessError):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    return None


def end(pid: int) -> None:
    """End the check's process and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def run_check(item: pytest.Item, channel: Connection) -> NoReturn:
    """Run the check in this process, which is its own, and hand back the reports."""
    pid = os.getpid()
    try:
        os.setpgid(0, 0)
        faulthandler.enable(2)
        faulthandler.register(signal.SIGUSR1, 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        warnings.resetwarnings()
        item.stash[GUARD] = guard = Guard(item, channel, item.stash[SCRATCH])
        os.chdir(item.stash[SCRATCH])
        before = Descriptors.now()
        reports = runtestprotocol(item, log=False, nextitem=None)
        if os.getpid() == pid:
            if all(report.passed for report in reports):
                reports = leak_report(item, before, reports)
            guard.tell("reports", [to_data(item, report) for report in reports])
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def to_data(item: pytest.Item, report: pytest.TestReport) -> dict[str, Any]:
    data: dict[str, Any] = item.config.hook.pytest_report_to_serializable(config=item.config, report=report)
    return data
