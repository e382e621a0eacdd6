"""Collects answers: a Python file that is named as an exercise is tested by the grading module of the same name."""

import ast
import difflib
import importlib
import re
from collections.abc import Generator, Iterable
from functools import cached_property
from pathlib import Path
from types import ModuleType

import pytest

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
GRADING = TESTS / "grading"
BY_FOLDER = TESTS / "wrong_answers", TESTS / "right_answers"
"""Here many answers to one exercise lie in the folder that is named as it."""


def exercises() -> dict[str, Path]:
    """The exercises by name, in the order of the curriculum, each with the file that the learner edits."""
    stubs = sorted((ROOT / "exercises").glob("[0-9]*/[0-9]*.py"), key=lambda path: (number(path.parent), number(path)))
    return {name_of(path): path for path in stubs}


def number(path: Path) -> int:
    """The number before a name, as in `2_echo_once.py`; 0 without one."""
    digits = re.match(r"\d+", path.name)
    return int(digits[0]) if digits else 0


def name_of(path: Path) -> str:
    """The name of a file or folder without its number and ending."""
    return re.sub(r"^\d+_", "", path.stem)


def exercise_of(path: Path) -> str | None:
    """The name of the exercise that the file at `path` answers, or None."""
    if path.suffix != ".py":
        return None
    by_folder = any(path.is_relative_to(folder) for folder in BY_FOLDER)
    if path.is_relative_to(TESTS) and not by_folder:
        return None
    name = path.parent.name if by_folder else name_of(path)
    return name if (GRADING / f"{name}.py").is_file() else None


class Answer(pytest.Module):
    """An answer file: its tests are those of the exercise's grading module. Collecting runs nothing of the answer."""

    @property
    def exercise(self) -> str:
        """The name of the exercise that this answers."""
        name = exercise_of(self.path)
        assert name
        return name

    def _getobj(self) -> ModuleType:
        return importlib.import_module(f"grading.{self.exercise}")

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """The checks, each located where the learner's function begins, so that editors point there."""
        where = (self.nodeid, line_of(self.exercise, self.path) - 1)
        for check in super().collect():
            check.location = (*where, check.name)  # type: ignore[union-attr]
            yield check

    @cached_property
    def is_stub(self) -> bool:
        """Whether each function of the file does nothing but raise `NotImplementedError`."""
        functions = functions_of(self.path)
        return bool(functions) and all(does_nothing(node.body) for node in functions)


def does_nothing(body: list[ast.stmt]) -> bool:
    """Whether the body of a function is `raise NotImplementedError`, after a docstring perhaps."""
    *before, last = body
    documented = not before or (
        len(before) == 1 and isinstance(before[0], ast.Expr) and isinstance(before[0].value, ast.Constant)
    )
    return documented and ast.unparse(last) in ("raise NotImplementedError", "raise NotImplementedError()")


def functions_of(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions that a file defines; none where it cannot be read."""
    try:
        body = ast.parse(path.read_bytes()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [node for node in body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def line_of(name: str, path: Path) -> int:
    """The line on which the function `name`, or else the first one, is defined; 1 where there is none."""
    lines = {node.name: node.lineno for node in functions_of(path)}
    return lines.get(name, next(iter(lines.values()), 1))


def returns_of(name: str, path: Path, value: str) -> list[int]:
    """The lines of the statements by which the function `name` can have returned what `value` is the `repr` of."""
    returns = (
        node
        for function in functions_of(path)
        if function.name == name
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and node.value
    )
    return [
        node.lineno for node in returns if not isinstance(node.value, ast.Constant) or ast.unparse(node.value) == value
    ]


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    collected = yield
    return [Answer.from_parent(parent, path=file_path)] if exercise_of(file_path) else collected


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The answers that prove the kata are run by its tests; as answers they are collected where they are asked for."""
    asked = [(config.invocation_params.dir / arg.split("::")[0]).resolve() for arg in config.args]
    if collection_path in BY_FOLDER and not any(path.is_relative_to(collection_path) for path in asked):
        return True
    return None


def pytest_configure(config: pytest.Config) -> None:
    """Say what to run instead, where what was asked for is no answer."""
    for arg in config.args:
        path = (config.invocation_params.dir / arg.split("::")[0]).resolve()
        if complaint := what_is_wrong_with(path, arg.split("::")[0]):
            raise pytest.UsageError(complaint)


def what_is_wrong_with(path: Path, asked: str) -> str | None:
    """A sentence that says why there is nothing to check at `path`, and what to run instead; None if there may be."""
    if not path.exists():
        return f"there is no {asked}: {what_to_run(name_of(path))}"
    if path.is_dir() or path.suffix != ".py" or exercise_of(path) or path.name.startswith("test_"):
        return None
    if path.parent == GRADING:
        return f"{asked} grades answers and is none itself: {what_to_run(path.stem)}"
    return f"{asked} is not named as an exercise, so nothing can grade it: {what_to_run(name_of(path))}"


def what_to_run(name: str) -> str:
    """The command for the exercise `name`, or for one whose name is like it, or for all."""
    stubs = exercises()
    close = [stub for stub in stubs if stub == name] or difflib.get_close_matches(name, stubs, 1)
    return (
        f"run `pytest {stubs[close[0]].relative_to(ROOT)}`"
        if close
        else "run `pytest exercises/` for all the exercises"
    )
