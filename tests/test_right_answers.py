"""Every right answer is accepted by each check of its exercise, however unlike the solution it is."""

from pathlib import Path

import pytest

from kata.collect import ROOT, TESTS, exercise_of
from kata.proof import Run, key_of, run

AT_ONCE = "6"
"""Processes that the right answers are spread over: most of them wait most of the time."""

pytestmark = pytest.mark.timeout(900)

ANSWERS = sorted(path for path in (TESTS / "right_answers").glob("*/*.py") if exercise_of(path))


@pytest.fixture(scope="module")
def verdicts(request: pytest.FixtureRequest) -> Run:
    """One run over all the right answers that this run asks for."""
    asked = [item.callspec.params["path"] for item in request.session.items if item.path == request.path]  # type: ignore[attr-defined]
    return run("--all", "-n", AT_ONCE, *(str(path.relative_to(ROOT)) for path in asked))


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_is_accepted(path: Path, verdicts: Run) -> None:
    mine = {check: failure for check, failure in verdicts.failures.items() if check.startswith(key_of(path, ""))}

    assert mine, f"nothing was run\n{verdicts.output[-2000:]}"
    assert {check: failure for check, failure in mine.items() if failure} == {}
