"""Gathers what a learner has to know of a check that failed, as plain data that can cross from process to process."""

import linecache
import re
import time
import traceback
from errno import EBADF
from pathlib import Path
from typing import Any

import pytest

from kata.causes import usual_cause
from kata.collect import GRADING, Answer, exercises, line_of, number, returns_of
from kata.record import RECORD, RETURN, SENDING, Call, calls_of
from kata.show import crop, difference, short
from kata.story import story
from kata.verdicts import BadAnswer, KataFault, Kept, Wrong, chain, own_lines
from peers.diary import Diary
from peers.handle import PEERS

GRADING_NOW = pytest.StashKey[bool]()
"""Set where this process runs a check: other tests keep pytest's own words."""

COMPARED = pytest.StashKey[tuple[Any, Any]]()
MESSAGE = 300
"""Characters of an exception's message that are shown."""


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: object, right: object) -> list[str] | None:
    """In a grading test what came stands left and what is expected stands right."""
    if GRADING_NOW not in config.stash:
        return None
    config.stash[COMPARED] = (left, right)
    return [unlike(left, right)] if op == "==" else None


def unlike(came: object, expected: object) -> str:
    """How what came is unlike what is expected; of two long lists where they differ first."""
    if isinstance(came, list) and isinstance(expected, list) and len(came) == len(expected) > 4:
        at = next((at for at, pair in enumerate(zip(came, expected, strict=True)) if pair[0] != pair[1]), 0)
        return f"got {short(came[at])} where {short(expected[at])} is expected, at [{at}] of {len(came)}"
    for kind, unit in ((bytes, "bytes"), (str, "characters")):
        if isinstance(came, kind) and isinstance(expected, kind) and len(came) + len(expected) > 100:
            but = f"of {len(expected):,}" if len(came) != len(expected) else "as many as expected, but others"
            return f"got {len(came):,} {unit} {but}"
    return f"got {short(came)} where {short(expected)} is expected"


def explain(item: pytest.Item, error: BaseException, line: int | None = None) -> dict[str, Any]:
    """What is told of the check that ended with `error`; `line` is where the answer hangs, if it does."""
    assert isinstance(item.parent, Answer)
    now = time.monotonic_ns()  # to ask the peers is to end them, and what the answer sees of that is not to be told
    if RECORD in item.stash:
        item.stash[RECORD].ended = True
    diaries = diaries_of(item)
    path = item.parent.path
    rule, hint = rule_of(item)
    lines = [line] if line else [number for link in chain(error) for number in own_lines(link.__traceback__, path)[-1:]]
    kept = last_caught(item, error.kinds) if isinstance(error, Kept) else None
    if kept and kept.line:
        lines = [kept.line]
    if not lines:
        lines = [getattr(error, "line", None) or last_line(item, error, diaries) or result_line(item)]
    return {
        "title": f"{title_of(item.parent)}: {name_of_check(item)}",
        "rule": getattr(error, "general", rule),
        "hint": hint,
        "what": what_happened(item, error) + kept_back(kept),
        "difference": differing(item, error),
        "cause": next(
            (cause for link in chain(error) if not is_own(link, path) and (cause := usual_cause(link))),
            None,
        ),
        "story": story(item.stash[RECORD], diaries, now) if RECORD in item.stash else None,
        "source": source(path, lines[0]),
        "again": f"pytest '{item.nodeid}'",
    }


def diaries_of(item: pytest.Item) -> list[Diary]:
    """What the peers of the check saw until now."""
    peers = item.stash.get(PEERS, None)
    diaries = []
    for peer in peers.started if peers else []:
        try:
            diaries.append(peer.stop())
        except KataFault:
            continue  # told by whoever first asked it
    return diaries


def title_of(answer: Answer) -> str:
    """The exercise by number and name, as `1.2 echo_once`."""
    stub = exercises().get(answer.exercise)
    return f"{number(stub.parent)}.{number(stub)} {answer.exercise}" if stub else answer.exercise


def name_of_check(item: pytest.Item) -> str:
    """The name of a check in words."""
    return item.name.removeprefix("test_").replace("_", " ")


def rule_of(item: pytest.Item) -> tuple[str, str]:
    """The rule that a check grades, and the hint: the first line of its docstring, and the rest."""
    assert isinstance(item, pytest.Function)
    rule, _, hint = (item.obj.__doc__ or "").partition("\n")
    return rule.strip(), " ".join(hint.split())


def what_happened(item: pytest.Item, error: BaseException) -> list[str]:
    """The failure in a line or two; of chained exceptions each."""
    first, *before = [text for link in chain(error) if (text := message_of(link))][:4] or [type(error).__name__]
    returned = returned_of(item)
    if is_grading(error):
        first = f"{returned or 'what your function gave back'}, which cannot be used as the exercise says: {first}"
    value = (returned or "").partition(" returned ")[2]
    if isinstance(error, Kept) and not value.startswith("<"):  # a generator, say, tells nothing
        first = f"{first} {value}"
    raised = before[:1] if isinstance(error, Wrong) else []
    return [first, *raised, *(f"before that: {text}" for text in before[len(raised) :])]


def returned_of(item: pytest.Item) -> str | None:
    """What the last call of the answer returned, or raised, in words."""
    return next((str(call.result) for call in reversed(calls_of(item)) if call.method == RETURN), None)


def last_caught(item: pytest.Item, kinds: tuple[type[BaseException], ...]) -> Call | None:
    """The last call of the answer that raised what was due, and was caught."""
    return next((call for call in reversed(calls_of(item)) if isinstance(call.error, kinds)), None)


def kept_back(call: Call | None) -> list[str]:
    """What is told of an exception that did not leave the function."""
    return [f"{type(call.error).__name__} came up in line {call.line}, and your code kept it to itself"] if call else []


def is_grading(error: BaseException) -> bool:
    """Whether a line of the grading itself failed on what the answer gave it."""
    frames = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    judged = isinstance(error, (AssertionError, BadAnswer))
    return not judged and bool(frames) and Path(frames[-1]).parent == GRADING


def message_of(error: BaseException) -> str:
    """An exception as the learner is told it."""
    try:
        text = str(error)
    except Exception as broken:
        text = f"(its message raises {type(broken).__name__})"
    if isinstance(error, (Wrong, BadAnswer)):
        return crop(text, MESSAGE)
    if isinstance(error, AssertionError):
        first = re.split(r"\n(assert |\s*\+  where)", text)[0]
        return crop(first.removeprefix("assert "), MESSAGE)
    return crop(f"{type(error).__name__}: {text}" if text else type(error).__name__, MESSAGE)


def differing(item: pytest.Item, error: BaseException) -> list[str]:
    """Expected and come side by side, where both are at hand and a line does not hold them."""
    if isinstance(error, Wrong):
        return difference(error.expected, error.came) if error.expected is not None and error.came is not None else []
    came, expected = item.config.stash.get(COMPARED, (None, None))
    long = isinstance(expected, bytes) or len(short(came, 200)) + len(short(expected, 200)) > 60
    return (
        difference(expected, came)
        if isinstance(error, AssertionError) and COMPARED in item.config.stash and long
        else []
    )


def is_own(error: BaseException, path: Path) -> bool:
    """Whether the kata or the answer at `path` raised the error by itself: then no other cause lies behind it."""
    raised_at = own_lines(error.__traceback__, path)[-1:]
    raising = [linecache.getline(str(path), line).lstrip().startswith("raise") for line in raised_at]
    return isinstance(error, AssertionError) or any(raising)


def result_line(item: pytest.Item) -> int:
    """The line of the only `return` that can have given what came, or else of the function."""
    assert isinstance(item.parent, Answer)
    value = (returned_of(item) or "").partition(" returned ")[2]
    lines = returns_of(item.parent.exercise, item.path, value) if value else []
    return lines[0] if len(lines) == 1 else line_of(item.parent.exercise, item.path)


def last_line(item: pytest.Item, error: BaseException, diaries: list[Diary]) -> int | None:
    """The line of the call that the answer was in when a peer gave up, or else of its last call.

    Where the check found the socket closed, the line that closed it.
    """
    if isinstance(error, OSError) and error.errno == EBADF:
        return next((call.line for call in reversed(calls_of(item)) if call.method == "close" and call.line), None)
    given_up = min((diary.events[-1].at for diary in diaries if diary.broken), default=time.monotonic_ns())
    before = [call for call in calls_of(item) if call.line and call.start <= given_up]
    telling = [call for call in before if call.method not in ("close", "settimeout", "setblocking")] or before
    if any(diary.broken and diary.broken[2] for diary in diaries):  # other bytes came: they were sent somewhere
        telling = [call for call in telling if call.method in SENDING] or telling
    return telling[-1].line if telling else None


def source(path: Path, line: int) -> list[tuple[int, str, bool]]:
    """The lines of the answer around `line`: number, text, and whether it is the one."""
    text = linecache.getlines(str(path))
    first, last = max(1, line - 2), min(len(text), line + 2)
    return [(number, crop(text[number - 1].rstrip(), 160), number == line) for number in range(first, last + 1)]


def trace(error: BaseException) -> str:
    """A whole traceback, for those who want one and for faults of the kata."""
    return "".join(traceback.format_exception(error))
