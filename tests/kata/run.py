"""Runs the checks of an answer one after the other, each in a process of its own (`process`), forked for it alone.

This process never runs a line of an answer. While one check runs, the process of the next is made ready and that of the
one before is cleared away: what isolation costs falls into the time in which a check waits for its peers.
"""

import os
from pathlib import Path
from typing import Any

import pytest
import pytest_timeout
from _pytest.runner import runtestprotocol
from peers.diary import PATIENCE
from peers.handle import Mother

from kata.collect import Answer
from kata.guard import GUARD
from kata.process import LIMIT, PARENT, CheckProcess, scratch_folder
from kata.report import NOT_DONE, NOT_RUN, reports_without_run
from kata.verdicts import STUCK, TODO, WAITING

MOTHER = pytest.StashKey[Mother]()


def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool | None:
    """pytest-timeout says how long a check may take; how its end is rung is up to the check's process."""
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


def pytest_configure(config: pytest.Config) -> None:
    config.stash[PARENT] = os.getppid()
    config.pluginmanager.register(Runner(config), "kata-runner")


class Runner:
    """Runs the checks of a session."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._stuck: set[Path] = set()
        self._before: CheckProcess | None = None
        self._ready: CheckProcess | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        if not isinstance(item.parent, Answer):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        reports = self._reports(item, nextitem)
        verdict = next((report.verdict for report in reports if hasattr(report, "verdict")), "skipped")
        for report in reports:
            report.user_properties.append(("verdict", verdict))
            if report.failed and (report.verdict == STUCK or report.duration >= PATIENCE):
                self._stuck.add(item.path)  # what takes seconds to fail is not waited for again in each other check
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def pytest_unconfigure(self) -> None:
        for process in (self._before, self._ready):
            if process:
                process.end()
                process.bury()
        if MOTHER in self._config.stash:
            self._config.stash[MOTHER].close()

    def _reports(self, item: pytest.Item, nextitem: pytest.Item | None) -> list[pytest.TestReport]:
        assert isinstance(item.parent, Answer)
        if item.parent.is_stub:
            return reports_without_run(item, TODO, NOT_DONE)
        if item.path in self._stuck and not self._config.option.all:
            return reports_without_run(item, WAITING, NOT_RUN)
        if MOTHER not in self._config.stash:
            self._config.stash[MOTHER] = Mother()
        if self._is_debugged():
            with scratch_folder(item):
                return runtestprotocol(item, log=False, nextitem=None)
        return self._run(item, nextitem)

    def _is_debugged(self) -> bool:
        """Whether someone steps through the answer by hand: then it runs in this process, and without a clock."""
        options = self._config.option
        return bool(options.usepdb or options.trace or pytest_timeout.is_debugging())

    def _run(self, item: pytest.Item, nextitem: pytest.Item | None) -> list[pytest.TestReport]:
        process = self._ready
        if process is None or process.item is not item:
            if process:
                process.end()
                process.bury()
            process = CheckProcess(item)
        process.begin()
        if self._before:
            self._before.bury()
        self._before, self._ready = process, None
        if nextitem and isinstance(nextitem.parent, Answer) and not nextitem.parent.is_stub:
            self._ready = CheckProcess(nextitem)
        try:
            return process.reports()
        finally:
            process.end()
