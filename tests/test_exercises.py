"""Every exercise is whole: its files, its lesson row, its rules and hints, and enough answers that prove it."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from kata.collect import GRADING, ROOT, TESTS, exercises, name_of
from kata.learned import learned
from kata.proof import run

EXERCISES = exercises()
LONGEST_STUB = 45

pytestmark = pytest.mark.timeout(120)

each_exercise = pytest.mark.parametrize("name", EXERCISES)


def checks_of(name: str) -> Iterator[tuple[str, str]]:
    """The checks of an exercise, each with its docstring."""
    grading = importlib.import_module(f"grading.{name}")
    for check, function in inspect.getmembers(grading, inspect.isfunction):
        if check.startswith("test_"):
            yield check, function.__doc__ or ""


def test_every_grading_module_has_its_exercise() -> None:
    assert {path.stem for path in GRADING.glob("[a-z]*.py")} == set(EXERCISES)


@each_exercise
def test_has_a_solution_in_the_same_place(name: str) -> None:
    stub = EXERCISES[name]
    solution = ROOT / "solutions" / stub.relative_to(ROOT / "exercises")

    assert docstring(solution) == docstring(stub)


def docstring(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@each_exercise
def test_stub_is_one_screen(name: str) -> None:
    assert len(EXERCISES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST_STUB


@each_exercise
def test_has_a_row_in_the_lesson(name: str) -> None:
    stub = EXERCISES[name]

    assert stub.name in (stub.parent / "README.md").read_text(encoding="utf-8")


@each_exercise
def test_has_answers_that_prove_its_grading(name: str) -> None:
    wrong, right = (len(list((TESTS / kind / name).glob("*.py"))) for kind in ("wrong_answers", "right_answers"))

    assert (wrong >= 6, right >= 2) == (True, True), f"{wrong} wrong answers and {right} right ones"


@each_exercise
def test_every_check_has_a_rule_and_a_hint(name: str) -> None:
    lacking = [check for check, doc in checks_of(name) if not all(doc.strip().partition("\n\n")[::2])]

    assert lacking == []


@each_exercise
def test_says_what_it_teaches(name: str) -> None:
    assert learned(name)


def test_answers_are_to_exercises() -> None:
    folders = {
        path.name for kind in ("wrong_answers", "right_answers") for path in (TESTS / kind).iterdir() if path.is_dir()
    }

    assert folders - set(EXERCISES) == set()


@pytest.mark.parametrize("debugger", [[], ["--pdb"]], ids=["each in its process", "under a debugger"])
def test_every_solution_is_done(debugger: list[str]) -> None:
    done = run("solutions", *debugger)

    assert {check: failure for check, failure in done.failures.items() if failure} == {}, done.output
    assert {name_of(Path(check.split("::")[0].split(".")[-1])) for check in done.failures} == set(EXERCISES)


def test_every_stub_is_todo() -> None:
    done = run("exercises")

    assert set(done.failures.values()) == {"not done yet"}, done.output
    assert done.status == pytest.ExitCode.TESTS_FAILED
