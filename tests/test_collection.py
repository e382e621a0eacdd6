"""What is collected as an answer, however it is asked for, and what is said where nothing is."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kata.collect import ROOT
from kata.proof import run

pytestmark = pytest.mark.timeout(120)

STUB = "exercises/1_first_sockets/1_make_server.py"
SOLUTION = ROOT / "solutions" / "1_first_sockets" / "1_make_server.py"


@pytest.fixture
def submissions(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder for answers inside the project, gone after the test."""
    folder = ROOT / f"submissions-{request.node.name.replace('[', '-').rstrip(']')}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "asked", [STUB, "exercises/1_first_sockets", "exercises", "-k make_server exercises", f"{STUB} -n 2"]
)
def test_answers_are_found(asked: str) -> None:
    done = run(*asked.split())

    assert "exercises.1_first_sockets.1_make_server::test_clients_connect_before_accept" in done.failures
    assert done.status == pytest.ExitCode.TESTS_FAILED


def test_one_check_of_one_answer() -> None:
    done = run("solutions/1_first_sockets/1_make_server.py::test_port_out_of_range[-1]")

    assert list(done.failures.items()) == [("solutions.1_first_sockets.1_make_server::test_port_out_of_range[-1]", "")]


@pytest.mark.parametrize("mode", ["prepend", "append", "importlib"])
@pytest.mark.parametrize("name", ["make_server.py", "1_make_server.py"])
def test_any_folder_of_answers(submissions: Path, name: str, mode: str) -> None:
    shutil.copy(SOLUTION, submissions / name)

    done = run(f"--import-mode={mode}", str(submissions))

    assert done.status == 0, done.output
    assert len(done.failures) > 10


def test_several_answers_to_one_exercise_do_not_mix(submissions: Path) -> None:
    for pupil, answer in (
        ("alice", SOLUTION.read_text()),
        ("bob", "def make_server(host='127.0.0.1', port=0, *, backlog=128): return None"),
    ):
        (submissions / pupil).mkdir()
        (submissions / pupil / "make_server.py").write_text(answer)

    done = run(str(submissions))

    failed = {check.split(".")[1] for check, failure in done.failures.items() if failure}
    assert failed == {"bob"}
    assert f"{submissions.name}/alice  1 of 1 done" in done.output
    assert f"{submissions.name}/bob  0 of 1 done" in done.output


def test_from_another_working_directory() -> None:
    done = run("1_make_server.py::test_clients_connect_before_accept", cwd=SOLUTION.parent)

    assert done.status == 0, done.output


def test_last_failed_first(submissions: Path) -> None:
    (submissions / "make_server.py").write_text(SOLUTION.read_text().replace("<= 65535", "<= 65536"))
    cache = submissions / "cache"
    run("-o", f"cache_dir={cache}", str(submissions))

    again = run("-o", f"cache_dir={cache}", "--lf", str(submissions))

    assert {check.split("::")[1].split("[")[0] for check in again.failures} == {"test_port_out_of_range"}


def test_collecting_runs_nothing_of_an_answer(submissions: Path) -> None:
    (submissions / "make_server.py").write_text("raise SystemExit('run')\n\n\ndef make_server():\n    pass\n")

    done = run("--collect-only", "-q", str(submissions))

    assert done.status == 0, done.output
    assert "test_clients_connect_before_accept" in done.output


def test_checks_are_where_the_function_is(submissions: Path) -> None:
    (submissions / "make_server.py").write_text("\n\n\ndef make_server():\n    raise NotImplementedError\n")
    (submissions / "where.py").write_text(
        "import json\n\ndef pytest_collection_finish(session):\n    print(json.dumps([item.location for item in session.items]))\n"
    )

    done = run(
        "-p",
        "where",
        "--collect-only",
        "-q",
        "-s",
        str(submissions / "make_server.py"),
        env={"PYTHONPATH": str(submissions)},
    )

    locations = json.loads(next(line for line in done.output.splitlines() if line.startswith("[[")))
    assert {tuple(location[:2]) for location in locations} == {(f"{submissions.name}/make_server.py", 3)}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("exercises/9_nope", "there is no exercises/9_nope: run `pytest exercises/` for all the exercises"),
        ("exercises/1_first_sockets/2_echo_one.py", f"run `pytest {STUB.replace('1_make_server', '2_echo_once')}`"),
        (
            "tests/grading/make_server.py",
            f"tests/grading/make_server.py grades answers and is none itself: run `pytest {STUB}`",
        ),
        ("tests/peers/steps.py", "tests/peers/steps.py is not named as an exercise, so nothing can grade it"),
        ("tests/kata", "Nothing here to check: run `pytest exercises/`"),
    ],
)
def test_what_is_no_answer_gets_one_sentence(asked: str, said: str) -> None:
    done = run(asked)

    assert said in done.output
    assert done.status in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED)
    assert "Traceback" not in done.output
