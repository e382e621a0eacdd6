"""Turns the outcome of a check into a report: its verdict, and what the learner is told."""

import linecache
import signal
import traceback
from collections.abc import Generator
from dataclasses import dataclass
from types import FrameType

import pytest

from kata.collect import Answer
from kata.verdicts import KATA, PEERS, STUCK, TODO, WRONG, BadAnswer, KataFault, Wrong, chain, own_lines, verdict_of


@dataclass(frozen=True)
class Ended:
    """The process of a check ended before its reports came; `code` is None when it had to be ended."""

    code: int | None
    hung: bool = False


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if isinstance(item.parent, Answer) and call.excinfo and report.failed:
        judge(item, report, call.excinfo.value)
    return report


def judge(item: pytest.Item, report: pytest.TestReport, error: BaseException) -> None:
    """Put the verdict and the words for it on the report; plain data only, or xdist cannot carry it."""
    assert isinstance(item.parent, Answer)
    path = item.parent.path
    verdict = verdict_of(error, path)
    if verdict not in (TODO, KATA):
        error = earlier_failure(item) or error
    set_verdict(report, verdict)
    if verdict == KATA:
        tb = "".join(traceback.format_exception(error))
        report.longrepr = f"the kata itself broke here, not your fault:\n{tb}"
    else:
        lines = [line for link in chain(error) for line in own_lines(link.__traceback__, path)]
        report.longrepr = explain(item, error, lines[-1] if lines else getattr(error, "line", None))


def set_verdict(report: pytest.TestReport, verdict: str) -> None:
    report.verdict = verdict  # type: ignore[attr-defined]


def earlier_failure(item: pytest.Item) -> Wrong | None:
    """What a peer missed before the answer failed: often the reason why it did."""
    peers = item.stash.get(PEERS, None)
    for peer in peers.started if peers else []:
        diary = peer.stop()
        if diary.broken:
            return Wrong(*diary.broken)
    return None


def explain(item: pytest.Item, error: BaseException, line: int | None) -> str:
    """What the learner reads."""
    rule = ((getattr(item, "obj", None) and item.obj.__doc__) or "").split("\n")[0]
    text = [rule, "", "\n".join(traceback.format_exception_only(error)).strip().removeprefix("kata.verdicts.")]
    if isinstance(error, Wrong) and error.expected is not None:
        text += [f"expected {error.expected[:200]!r}", f"came     {error.came[:200]!r}" if error.came is not None else ""]
    if line:
        assert isinstance(item.parent, Answer)
        text += ["", f"▶ {line}  {linecache.getline(str(item.parent.path), line).rstrip()}"]
    return "\n".join(text)


def failed_report(item: pytest.Item, error: BaseException, like: pytest.TestReport) -> pytest.TestReport:
    """The report of a check that passed until `error` was found."""
    report = pytest.TestReport(
        item.nodeid, item.location, like.keywords, "failed", None, "call", like.sections, like.duration, like.start, like.stop
    )
    judge(item, report, error)
    return report


def made_reports(item: pytest.Item, verdict: str, text: str) -> list[pytest.TestReport]:
    """The three reports of a check that could make none by itself."""
    reports = []
    for when, outcome, longrepr in (("setup", "passed", None), ("call", "failed", text), ("teardown", "passed", None)):
        report = pytest.TestReport(item.nodeid, item.location, dict(item.keywords), outcome, longrepr, when)  # type: ignore[arg-type]
        if outcome == "failed":
            set_verdict(report, verdict)
        reports.append(report)
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
    error = BadAnswer("your code did not come back in time", lines[0] if lines else None)
    return made_reports(item, STUCK, explain(item, error, error.line))


def ended_reports(item: pytest.Item, ended: Ended) -> list[pytest.TestReport]:
    """The reports of a check whose process ended without any."""
    if ended.hung:
        return made_reports(item, STUCK, "your code did not come back in time, and lets nothing interrupt it")
    if ended.code is None:
        what = "your code closed descriptors that it did not open, those of the kata among them"
    elif ended.code < 0:
        what = f"your code's process was killed by {signal.Signals(-ended.code).name}"
    else:
        what = f"your code ended its process by itself, with exit status {ended.code}"
    return made_reports(item, WRONG, what)


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    verdict = getattr(report, "verdict", None)
    letters = {TODO: "t", WRONG: "F", STUCK: "S", KATA: "K"}
    return (verdict, letters[verdict], verdict.upper()) if verdict else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for verdict in (WRONG, STUCK, KATA):
        for report in terminalreporter.stats.get(verdict, ()):
            terminalreporter.write_sep("_", report.nodeid)
            terminalreporter.write_line(str(report.longrepr))
