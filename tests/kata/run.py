"""Runs the checks of an answer, each in a process of its own (`process`), forked for it alone.

This process never runs a line of an answer. Checks wait most of the time, and nothing of one reaches another: so the
next ones are under way while this one is waited for. With `-n` each of its processes runs one check at a time.
"""

import os
from pathlib import Path
from typing import Any

import pytest
import pytest_timeout
from _pytest.runner import runtestprotocol

from kata.collect import Answer
from kata.guard import GUARD
from kata.process import LIMIT, PARENT, CheckProcess, scratch_folder
from kata.report import NOT_DONE, NOT_RUN, reports_without_run
from kata.verdicts import STUCK, TODO, WAITING
from peers.diary import PATIENCE
from peers.handle import Mother

AT_ONCE = 8
"""Checks that are under way together in one process."""

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
        self._is_worker = hasattr(config, "workerinput")
        self._stuck: set[Path] = set()
        self._under_way: dict[pytest.Item, CheckProcess] = {}
        self._ended: CheckProcess | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        if not isinstance(item.parent, Answer):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        reports = self._reports(item)
        verdict = next((report.verdict for report in reports if hasattr(report, "verdict")), "skipped")
        for report in reports:
            report.user_properties.append(("verdict", verdict))
            if report.failed and (report.verdict == STUCK or report.duration >= PATIENCE):
                self._stuck.add(item.path)  # what takes seconds to fail is not waited for again in each other check
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def pytest_unconfigure(self) -> None:
        for process in [*self._under_way.values(), *([self._ended] if self._ended else [])]:
            process.end()
            process.bury()
        if MOTHER in self._config.stash:
            self._config.stash[MOTHER].close()

    def _reports(self, item: pytest.Item) -> list[pytest.TestReport]:
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
        return self._run(item)

    def _is_debugged(self) -> bool:
        """Whether someone steps through the answer by hand: then it runs in this process, and without a clock."""
        options = self._config.option
        return bool(options.usepdb or options.trace or pytest_timeout.is_debugging())

    def _run(self, item: pytest.Item) -> list[pytest.TestReport]:
        for upcoming in self._upcoming(item):
            if upcoming not in self._under_way:
                self._under_way[upcoming] = process = CheckProcess(upcoming)
                process.begin()
        if self._ended:
            self._ended.bury()
        self._ended = process = self._under_way.pop(item)
        try:
            return process.reports()
        finally:
            process.end()

    def _upcoming(self, item: pytest.Item) -> list[pytest.Item]:
        """The checks that may be under way now: this one, and where nothing else runs beside it, the next ones."""
        if self._is_worker or self._config.option.capture == "no":
            return [item]
        at = item.session.items.index(item)
        return [each for each in item.session.items[at : at + AT_ONCE] if self._has_to_run(each)]

    def _has_to_run(self, item: pytest.Item) -> bool:
        """Whether the check tells something that is not plain without it."""
        if not isinstance(item.parent, Answer) or item.parent.is_stub:
            return False
        return self._config.option.all or item.path not in self._stuck
