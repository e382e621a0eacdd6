"""The verdicts of a check: done, todo, wrong, stuck, and kata, when it was not the answer that broke."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

TESTS = Path(__file__).parents[1]
GRADING = TESTS / "grading"
OWN_FOLDERS = TESTS / "kata", TESTS / "peers"

THROUGH = TESTS / "kata" / "answer.py", TESTS / "kata" / "record.py", TESTS / "kata" / "short.py"
"""What stands between a check and the answer, or a caller and its socket."""

DONE, TODO, WRONG, STUCK, KATA = "done", "todo", "wrong", "stuck", "kata"
WAITING = "waiting"
"""Not a verdict on the check, which is not run: another one of the same exercise is stuck."""


class Wrong(AssertionError):
    """A rule of the contract that was not kept, with the bytes expected and come where there are any."""

    def __init__(self, rule: str, expected: bytes | None = None, came: bytes | None = None) -> None:
        super().__init__(rule)
        self.rule, self.expected, self.came = rule, expected, came


class BadAnswer(Exception):
    """An answer that cannot be run as the contract says; `line` is the line of the file to look at, if there is one."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class Kept(Wrong):
    """An exception of one of `kinds` was due, and the call returned."""

    def __init__(self, rule: str, kinds: tuple[type[BaseException], ...]) -> None:
        super().__init__(rule)
        self.kinds = kinds


class Printed(Wrong):
    """Rule R2 was not kept, which holds for every exercise."""

    general = "An error is raised or let through, never printed."


class Left(BadAnswer):
    """Rule R1 was not kept, which holds for every exercise."""

    general = "A function closes every socket and file that it opens, however it ends."


class KataFault(Exception):
    """A part of the kata itself broke: never the learner's fault."""


def own_lines(tb: TracebackType | None, answer: Path) -> list[int]:
    """The lines of the answer that the traceback goes through, the innermost last."""
    return [line for frame, line in traceback.walk_tb(tb) if frame.f_code.co_filename == str(answer)]


def chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, then what it was raised from or while handling, as a traceback shows them: each once."""
    seen = set[int]()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        yield link
        seen.add(id(link))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def verdict_of(error: BaseException, answer: Path) -> str:
    """Judge a check that ended with `error`.

    An error in a line of the grading itself is the answer's: it gave back what cannot be used as the contract says.
    """
    names = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    frames = [name for name in names if Path(name) not in THROUGH]
    if isinstance(error, NotImplementedError) and frames[-1] == str(answer):
        return TODO
    if isinstance(error, (AssertionError, BadAnswer)) or str(answer) in frames:
        return WRONG
    if isinstance(error, KataFault) or Path(frames[-1]).parent in OWN_FOLDERS:
        return KATA
    return WRONG if any(Path(name).parent == GRADING for name in frames) else KATA
