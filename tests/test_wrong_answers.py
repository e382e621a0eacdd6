"""Every wrong answer is turned down, in the check and with the words that its docstring names."""

import ast
import importlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kata.collect import ROOT, TESTS, exercise_of
from kata.proof import Run, key_of, run

AT_ONCE = "6"
"""Processes that the wrong answers are spread over: most of them wait most of the time."""

pytestmark = pytest.mark.timeout(900)


@dataclass(frozen=True)
class Claim:
    """What a wrong answer says of itself."""

    path: Path
    check: str
    words: str


def claim_of(path: Path) -> Claim:
    """The claim in the docstring of a wrong answer."""
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    found = re.search(r"^check: (.+)\nwords: (.+)$", doc, re.MULTILINE)
    assert found, f"the docstring of {path.relative_to(ROOT)} has to end with the lines `check: …` and `words: …`"
    return Claim(path, found[1], found[2])


def has_check(claim: Claim) -> bool:
    """Whether the grading has the test that the claim names; one that it has not would end the run over all."""
    return hasattr(importlib.import_module(f"grading.{exercise_of(claim.path)}"), claim.check.split("[")[0])


ANSWERS = sorted(path for path in (TESTS / "wrong_answers").glob("*/*.py") if exercise_of(path))


def asked_for(request: pytest.FixtureRequest) -> list[Path]:
    """The answers that the tests of this module are to prove in this run."""
    return [item.callspec.params["path"] for item in request.session.items if item.path == request.path]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def verdicts(request: pytest.FixtureRequest) -> Run:
    """One run over the named checks of all the wrong answers that this run asks for."""
    claims = [claim for claim in map(claim_of, asked_for(request)) if has_check(claim)]
    return run("--all", "-n", AT_ONCE, *(f"{claim.path.relative_to(ROOT)}::{claim.check}" for claim in claims))


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_is_turned_down(path: Path, verdicts: Run) -> None:
    claim = claim_of(path)
    failure = verdicts.failures.get(key_of(path, claim.check))

    assert failure is not None, f"{claim.check} was not run\n{verdicts.output[-2000:]}"
    assert failure, f"{claim.check} passes"
    assert any(words in failure for words in claim.words.split(" | ")), f"{claim.words}\n{failure}"
