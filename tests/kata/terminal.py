"""What a run prints at its end: the first exercise that is not done in focus, then the map of all."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kata import render
from kata.collect import BY_FOLDER, ROOT, TESTS, exercise_of, exercises, name_of, number
from kata.learned import learned
from kata.show import crop
from kata.verdicts import DONE, KATA, STUCK, TODO, WAITING, WRONG

LETTERS = {TODO: "t", WRONG: "F", STUCK: "S", KATA: "K", WAITING: "w"}
SIGNS = {DONE: "✔", WRONG: "✘", TODO: "·", None: " "}
MAP_WIDTH = 79
OUTPUT = 12
"""Lines of what the answer printed that are shown: the last ones."""


@dataclass
class Result:
    """What came of one answer file."""

    path: str
    exercise: str
    line: int
    failed: list[Any] = field(default_factory=list)
    done: list[Any] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        """Done, wrong, or todo; an exercise of which nothing has been begun is todo."""
        if any(report.verdict != TODO for report in self.failed):
            return WRONG
        return TODO if self.failed else DONE


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("sockets kata")
    group.addoption("--hint", action="store_true", help="show a hint for the failing check in focus")
    group.addoption("--wire", action="store_true", help="show the conversations of passing checks too")
    group.addoption(
        "--compare", action="store_true", help="show the solution's conversation for the failing check in focus"
    )
    group.addoption(
        "--all", action="store_true", help="show every failing check in full, and run on after a check that hangs"
    )
    group.addoption("--record", action="store_true", help="for contributors: write the transcripts of failures anew")


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    verdict = getattr(report, "verdict", DONE)
    return None if verdict == DONE else (verdict, LETTERS[verdict], verdict.upper())


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Terminal(config), "kata-terminal")
    if config.option.durations is None and any(Path(arg).resolve() == TESTS for arg in config.args):
        config.option.durations = 10  # what takes long when the kata proves itself is to be seen
    if config.option.verbose == 0 and not any(Path(arg).resolve().is_relative_to(TESTS) for arg in config.args):
        config.option.verbose = -1  # for learners the map says it all; `-v` brings the rest back


class Terminal:
    """Gathers the reports of a run, and prints what they come to."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._results: dict[str, Result] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        verdict = getattr(report, "verdict", None)
        if verdict is None:
            return
        path = report.nodeid.split("::")[0]
        exercise = exercise_of(self._config.rootpath / path) or name_of(Path(path))
        result = self._results.setdefault(path, Result(path, exercise, (report.location[1] or 0) + 1))
        (result.done if verdict == DONE else result.failed).append(report)

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        self._tw = terminalreporter._tw
        if not self._results:
            if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
                self._line(
                    "Nothing here to check: run `pytest exercises/` for all the exercises, or name one of their files."
                )
            return
        self._tw.line()
        if self._config.option.wire:
            self._print_wire()
        if self._config.option.tbstyle != "no":
            self._print_failures()
        self._print_left_running()
        if shown := [result for result in self._results.values() if not by_folder(result)]:
            self._print_map(shown)

    def _print_wire(self) -> None:
        for result in self._results.values():
            for report in result.done:
                if report.told.get("story"):
                    self._line(render.headline(report.nodeid.split("::")[-1], self._width), bold=True)
                    self._lines(render.conversation(report.told["story"], self._width))
                    self._line()

    def _print_left_running(self) -> None:
        for result in self._results.values():
            left = {name for report in result.done for name in report.told.get("left running", ())}
            if left:
                self._line(f"{result.exercise} left running: {', '.join(sorted(left)[:5])}")

    def _print_failures(self) -> None:
        broken = [result for result in self._results.values() if result.verdict == WRONG]
        for place, result in enumerate(broken):
            reports = [report for report in result.failed if report.verdict != TODO]
            for index, report in enumerate(reports):
                if self._config.option.all or report.verdict == KATA or (place == 0 and index == 0):
                    self._print_failure(report)
                    if place == 0 and index == 0 and self._config.option.compare:
                        self._print_comparison(result, report)
                elif place == 0 and report.verdict != WAITING and report.told["what"] != reports[0].told["what"]:
                    self._line(
                        crop(
                            f"✘ {report.told['title'].split(': ', 1)[-1]}: {' '.join(report.told['what'])}", self._width
                        )
                    )
            alike = sum(report.told.get("what") == reports[0].told["what"] for report in reports[1:])
            if place == 0 and alike and not self._config.option.all:
                self._line(f"✘ {more_checks(alike)} of {result.exercise}, like the one shown")
            waiting = sum(report.verdict == WAITING for report in reports)
            if place == 0 and waiting:
                left = f"{more_checks(waiting)} of {result.exercise}"
                self._line(f"w {left}, not run until the slow one is mended (or add --all)")
            if place and not self._config.option.all:
                words = f"✘ {result.exercise}: {len(reports)} failed, first: {first_words(reports)}"
                self._line(crop(words, self._width))

    def _print_failure(self, report: Any) -> None:
        self._lines(render.failure(report.told, self._width, hint=self._config.option.hint))
        for line in printed(report):
            self._line(crop(line, self._width))
        if "trace" in report.told:
            self._line()
            self._line(report.told["trace"].rstrip())
        self._line()

    def _print_comparison(self, result: Result, report: Any) -> None:
        stub = exercises().get(result.exercise)
        solution = ROOT / "solutions" / stub.relative_to(ROOT / "exercises") if stub else None
        if solution is None or not solution.exists():
            self._line(f"There is no solution of {result.exercise} to compare with.")
            return
        node = f"{solution}::{report.nodeid.split('::', 1)[1]}"
        command = [sys.executable, "-m", "pytest", "-q", "--wire", "--no-header", "-p", "no:cacheprovider", node]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        self._line("The same check with the solution:", bold=True)
        story = done.stdout.split("\n\n")
        self._line(story[1] if len(story) > 1 else done.stdout)
        self._line()

    def _print_map(self, results: list[Result]) -> None:
        folders: dict[str, dict[str, Result]] = {}
        for result in results:
            folders.setdefault(folder_of(result.path), {})[result.exercise] = result
        for folder, found in folders.items():
            if len(folders) > 1 or folder not in ("exercises", "solutions"):
                self._line(f"{folder}  {done_of(found)}", bold=True)
                self._lines(rows_of(found, [(folder, list(found))], ""))
            else:
                self._line(f"{'Sockets kata':<60}{done_of(found):>19}", bold=True)
                self._lines(rows_of(found, parts(), "  "))
        self._print_next(results)

    def _print_next(self, results: list[Result]) -> None:
        done = [result for result in results if result.verdict == DONE]
        left = [result for result in results if result.verdict != DONE]
        if done and folder_of(done[-1].path) == "exercises":
            path = done[-1].path
            self._line(f"Done:  {done[-1].exercise}. {learned(done[-1].exercise)}")
            self._line(f"       The solution: diff {path} {path.replace('exercises', 'solutions', 1)}")
        if left:
            following = next((result for result in left if result.verdict == WRONG), left[0])
            hint = "" if self._config.option.hint or following.verdict == TODO else "   (a hint: add --hint)"
            self._line(f"Next:  {following.path}, line {line_in_focus(following)}{hint}")

    @property
    def _width(self) -> int:
        return int(self._tw.fullwidth)

    def _lines(self, lines: Iterator[render.Line]) -> None:
        for text, markup in lines:
            self._line(text, **markup)

    def _line(self, text: str = "", **markup: bool) -> None:
        file = self._tw._file
        if not file.isatty() or "utf" not in (getattr(file, "encoding", None) or "").lower():
            text = "\n".join(render.plain(line) for line in text.split("\n"))
        self._tw.line(text, **markup)


def line_in_focus(result: Result) -> int:
    """The line that the first failure points at, or where the function begins."""
    source: list[Any] = next((report.told["source"] for report in result.failed if report.told.get("source")), [])
    return next((number for number, _, is_it in source if is_it), result.line)


def by_folder(result: Result) -> bool:
    """Whether the answer is one of those that the kata proves itself with."""
    return any((ROOT / result.path).is_relative_to(folder) for folder in BY_FOLDER)


def folder_of(path: str) -> str:
    """The folder that holds a whole set of answers: above the folders of the parts, which begin with a number."""
    folder = Path(path).parent
    return (folder.parent if number(folder) else folder).as_posix()


def parts() -> list[tuple[str, list[str]]]:
    """The parts of the curriculum, each as its title and the names of its exercises."""
    titles: dict[str, list[str]] = {}
    for name, stub in exercises().items():
        title = f"{number(stub.parent)} {name_of(stub.parent).replace('_', ' ').capitalize()}"
        titles.setdefault(title, []).append(name)
    return list(titles.items())


def done_of(found: dict[str, Result]) -> str:
    """How many are done."""
    return f"{sum(result.verdict == DONE for result in found.values())} of {len(found)} done"


def rows_of(found: dict[str, Result], rows: list[tuple[str, list[str]]], margin: str) -> Iterator[render.Line]:
    """The lines of a map: a title, then the exercises with their signs."""
    indent = max(len(title) for title, _ in rows) + 2 if margin else 2
    for title, names in rows:
        line = f"{margin}{title:<{indent}}" if margin else " " * indent
        for name in names:
            entry = f"{SIGNS[found[name].verdict if name in found else None]} {name}"
            if len(line) + len(entry) > MAP_WIDTH:
                yield line.rstrip(), {}
                line = " " * (len(margin) + indent)
            line += f"{entry}  "
        yield line.rstrip(), {}


def more_checks(number: int) -> str:
    """So many other checks."""
    return f"{number} more check{'s' * (number != 1)}"


def first_words(reports: list[Any]) -> str:
    """The first failure of an exercise in a few words."""
    return " ".join(reports[0].told["what"])[:100]


def printed(report: Any) -> Iterator[str]:
    """The last lines of what the answer printed during the check."""
    for title, text in report.sections:
        lines = [render.printable(line) for line in text[-100_000:].splitlines() if line.strip()]
        if lines:
            yield f"{title}:" if len(lines) <= OUTPUT else f"{title}, the last {OUTPUT} lines:"
            yield from (f"  {line}" for line in lines[-OUTPUT:])
