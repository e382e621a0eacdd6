"""Turns the outcome of a check into a report: the verdict, and what the learner is told, as data that xdist carries."""

import fcntl
import signal
import struct
import termios
import time
from collections.abc import Generator
from dataclasses import dataclass
from types import FrameType
from typing import Any

import pytest

from kata import render
from kata.collect import Answer
from kata.explain import diaries_of, explain, trace
from kata.record import RECORD, calls_of
from kata.story import story
from kata.verdicts import DONE, KATA, STUCK, TODO, WRONG, BadAnswer, Wrong, chain, own_lines, verdict_of

TRACEBACKS = ("long", "short", "native")
"""The values of `--tb` that ask for more than the kata tells."""

NOT_DONE = "not done yet"
NOT_RUN = "not run: another check of this exercise took seconds to fail (--all runs on)"

NOT_BEGUN = "the check waits for what your code should have done"

JUST_NOW = 50_000_000
"""Nanoseconds."""

STORY_WIDTH = 100
"""Columns of a failure in a file, such as JUnit XML."""


@dataclass(frozen=True)
class Ended:
    """The process of a check ended before its reports came; `code` is None when it had to be ended."""

    code: int | None
    hung: bool = False
    line: int | None = None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    if isinstance(item.parent, Answer) and item.config.option.tbstyle not in TRACEBACKS:
        item.repr_failure = lambda excinfo: ""  # type: ignore[method-assign, assignment, misc]  # slow, and not shown
    excinfo = call.excinfo  # which pytest changes for some exceptions
    report = yield
    if not isinstance(item.parent, Answer):
        return report
    if excinfo and not report.failed and own_lines(excinfo.tb, item.parent.path):
        report.outcome = "failed"  # an answer skips nothing, and expects no failure
        vars(report).pop("wasxfail", None)
    if excinfo and report.failed:
        judge(item, report, excinfo.value)
    elif report.when == "call" and report.passed:
        put(report, DONE, {"story": conversation_of(item)} if item.config.getoption("wire") else {})
    return report


def judge(item: pytest.Item, report: pytest.TestReport, error: BaseException) -> None:
    """Put on the report the verdict on a check that ended with `error`, and the words for it."""
    assert isinstance(item.parent, Answer)
    verdict = verdict_of(error, item.parent.path)
    if verdict == TODO:
        put(report, verdict, {})
        report.longrepr = NOT_DONE
        return
    told = explain(item, blamed(item, error) if verdict == WRONG else error)
    if verdict == KATA:
        told |= {"what": ["the kata itself broke here: this is not your fault"], "trace": trace(error)}
    elif item.config.option.tbstyle in TRACEBACKS:
        told["trace"] = str(report.longrepr)
    put(report, verdict, told)
    report.longrepr = as_text(told)


def put(report: pytest.TestReport, verdict: str, told: dict[str, Any]) -> None:
    report.verdict, report.told = verdict, told  # type: ignore[attr-defined]


def as_text(told: dict[str, Any]) -> str:
    """What is told, for where there is no terminal."""
    lines = [line for line, _ in render.failure(told, STORY_WIDTH, hint=True, wrap=False)]
    return "\n".join([*lines, "", told.get("trace", "")]).rstrip()


def conversation_of(item: pytest.Item) -> dict[str, Any] | None:
    """The conversation of a check until now."""
    return story(item.stash[RECORD], diaries_of(item), time.monotonic_ns()) if RECORD in item.stash else None


def blamed(item: pytest.Item, error: BaseException) -> BaseException:
    """What is to be told: the error, or what a peer gave up waiting for before it, which then broke the connection."""
    assert isinstance(item.parent, Answer)
    if not any(
        isinstance(link, (OSError, EOFError)) and own_lines(link.__traceback__, item.parent.path)
        for link in chain(error)
    ):
        return error
    links = list(chain(error))
    last = max((call.end or 0 for call in calls_of(item) if call.error in links), default=0)
    for diary in diaries_of(item):
        if diary.broken and diary.events[-1].at < last:
            return Wrong(*diary.broken)
    return error


def failed_report(item: pytest.Item, error: BaseException, like: pytest.TestReport) -> pytest.TestReport:
    """The report of a check that passed until `error` was found."""
    report = made_report(item, "call", "failed")
    report.sections, report.duration = like.sections, like.duration
    judge(item, report, error)
    return report


def made_report(item: pytest.Item, when: Any, outcome: Any) -> pytest.TestReport:
    """A report that no run of the check has made."""
    return pytest.TestReport(item.nodeid, item.location, dict.fromkeys(item.keywords, 1), outcome, None, when)


def made_reports(item: pytest.Item, verdict: str, told: dict[str, Any]) -> list[pytest.TestReport]:
    """The three reports of a check that could make none by itself."""
    reports = reports_without_run(item, verdict, as_text(told))
    put(reports[1], verdict, told)
    return reports


def stuck_reports(item: pytest.Item, innermost: FrameType) -> list[pytest.TestReport]:
    """The reports of a check whose clock rang, seen from the thread that heard it; `innermost` is where it hangs."""
    assert isinstance(item.parent, Answer)
    lines = []
    frame: FrameType | None = innermost
    while frame is not None:
        if frame.f_code.co_filename == str(item.parent.path):
            lines.append(frame.f_lineno)
        frame = frame.f_back
    at_that_moment = in_flight(item)  # before the peers are asked, which ends them and wakes who waits for them
    where = f"{'it goes round in' if is_busy(item) else 'it sits in'} line {lines[0]}" if lines else NOT_BEGUN
    told = explain(item, Wrong(f"your code did not come back in time: {where}"), lines[0] if lines else None)
    told["what"] += [
        diary.waiting.replace("the peer", f"the {diary.name}") for diary in diaries_of(item) if diary.waiting
    ]
    told["what"] += at_that_moment
    return made_reports(item, STUCK, told)


def is_busy(item: pytest.Item) -> bool:
    """Whether the answer has just made a socket call that did not wait: so it makes one after the other."""
    latest = max((call.end or call.start for call in calls_of(item)), default=0)
    return time.monotonic_ns() - latest < JUST_NOW


def in_flight(item: pytest.Item) -> list[str]:
    """The bytes that lie unread, or unsent, at the open connections of the answer."""
    said = []
    for made in item.stash[RECORD].sockets if RECORD in item.stash else ():
        descriptor = made.fileno
        if descriptor == -1:
            continue
        unread, unsent = (queued(descriptor, request) for request in (termios.FIONREAD, termios.TIOCOUTQ))
        if unread:
            said.append(f"{unread:,} bytes have arrived at the socket made in line {made.line} and are not read")
        if unsent:
            said.append(f"{unsent:,} bytes sent on the socket made in line {made.line} are still under way")
    return said


def queued(descriptor: int, request: int) -> int:
    """The bytes in a queue of a socket (tcp(7)); 0 where it has none."""
    try:
        return int(struct.unpack("i", fcntl.ioctl(descriptor, request, bytes(4)))[0])
    except OSError:
        return 0


def reports_without_run(item: pytest.Item, verdict: str, words: str) -> list[pytest.TestReport]:
    """The reports of a check that is not run, because its outcome is plain or would take too long."""
    failed = made_report(item, "call", "failed")
    put(failed, verdict, {})
    failed.longrepr = words
    return [made_report(item, "setup", "passed"), failed, made_report(item, "teardown", "passed")]


def ended_reports(item: pytest.Item, ended: Ended) -> list[pytest.TestReport]:
    """The reports of a check whose process ended without any."""
    if ended.hung:
        where = f"it sits in line {ended.line}, and" if ended.line else "it"
        what = f"your code did not come back in time: {where} lets nothing interrupt it"
    elif ended.code is None:
        what = "your code closed descriptors that it did not open, those of the kata among them"
    elif ended.code < 0:
        what = f"your code's process was killed by {signal.Signals(-ended.code).name}"
    else:
        what = f"your code ended its process by itself, with exit status {ended.code}"
    return made_reports(item, STUCK if ended.hung else WRONG, explain(item, BadAnswer(what, ended.line)))


def to_data(item: pytest.Item, report: pytest.TestReport) -> dict[str, Any]:
    """A report as plain data."""
    data: dict[str, Any] = item.config.hook.pytest_report_to_serializable(config=item.config, report=report)
    return data
