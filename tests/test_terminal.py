"""What a run prints: the focus, the map, the options, and output that stays bounded whatever an answer does."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kata.collect import ROOT
from kata.proof import Run, clean_environment, run

pytestmark = pytest.mark.timeout(120)

CHECK = "::test_client_that_ends_at_once"
HEAD = "import socket\n\n\ndef echo_once(server):\n    conn, _ = server.accept()\n"
END = "    conn.close()\n    return 0\n"


@pytest.fixture
def answers(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder for answers inside the project."""
    folder = ROOT / f"answers-{abs(hash(request.node.name))}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def told(answers: Path) -> Callable[..., Run]:
    """Runs one check of `echo_once` on an answer of the given text."""

    def tell(text: str, *args: str, **env: str) -> Run:
        (answers / "echo_once.py").write_text(text)
        return run(*args, f"{answers}/echo_once.py{CHECK}", env=env)

    return tell


def on_a_terminal(*args: str, **env: str) -> str:
    """What a run prints on a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *args]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=clean_environment() | {"TERM": "xterm", "LANG": "C.UTF-8"} | env,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        printed = b""
        try:
            while chunk := os.read(ours, 65536):
                printed += chunk
        except OSError:  # Linux: EIO, when nobody has the terminal open any more
            pass
    os.close(ours)
    return printed.decode()


def test_one_wrong_answer_among_stubs(answers: Path) -> None:
    for stub in (ROOT / "exercises").glob("[0-9]*/[0-9]*.py"):
        shutil.copy(stub, answers)
    wrong = ROOT / "tests/wrong_answers/echo_once/waits_for_the_end_before_it_echoes.py"
    shutil.copy(wrong, answers / "2_echo_once.py")

    done = run("-q", str(answers))

    lines = done.output.split("\n")
    assert len(lines) <= 60
    assert sum(line.startswith("again:") for line in lines) == 1
    assert "x echo_once" in done.output
    assert f"Next:  {answers.name}/2_echo_once.py, line" in done.output


def test_stubs_are_less_than_a_screen() -> None:
    done = run("-q", "exercises")

    assert len(done.output.split("\n")) < 24
    assert "Next:  exercises/1_first_sockets/1_make_server.py, line" in done.output

    assert "make_server" in done.output


def test_hint_only_where_it_is_asked_for(told: Callable[..., Run]) -> None:
    text = HEAD + END.replace("0", "7")

    plain, hinted = (told(text, *args).output for args in ([], ["--hint"]))

    assert ("Hint: " in plain, "Hint: " in hinted) == (False, True)


def test_wire_shows_what_passes(told: Callable[..., Run]) -> None:
    done = told(HEAD + END, "--wire")

    assert "line 5  accept() = 127.0.0.1" in done.output
    assert "1 passed" in done.output


def test_compare_shows_the_solution(told: Callable[..., Run]) -> None:
    done = told(HEAD + END.replace("0", "7"), "--compare")

    assert "The same check with the solution:" in done.output
    assert "echo_once returned 7" in done.output
    assert "echo_once returned 0" in done.output


def test_compare_without_a_solution(answers: Path) -> None:
    shutil.copytree(
        ROOT,
        answers / "project",
        ignore=shutil.ignore_patterns("solutions", ".*", "answers-*", "__pycache__", "*_answers"),
    )
    mine = answers / "project" / "echo_once.py"
    mine.write_text(HEAD + END.replace("0", "7"))

    done = run("--compare", f"echo_once.py{CHECK}", cwd=answers / "project")

    assert "There is no solution of echo_once to compare with." in done.output
    assert "INTERNALERROR" not in done.output


@pytest.mark.parametrize("style", ["long", "short"])
def test_traceback_where_it_is_asked_for(told: Callable[..., Run], style: str) -> None:
    done = told(HEAD + "    conn.close()\n    raise ValueError('mine')\n", f"--tb={style}")

    assert "ValueError: mine" in done.output
    assert "tests/grading/echo_once.py" in done.output


def test_no_traceback_at_all(told: Callable[..., Run]) -> None:
    done = told(HEAD + END.replace("0", "7"), "--tb=no")

    assert "again:" not in done.output
    assert "1 wrong" in done.output


@pytest.mark.parametrize(
    "statement",
    [
        "print('x' * 10_000_000)",
        "import os; os.write(1, bytes(range(256)) * 99)",
        "print('\\x1b[2J\\x1b]0;title\\x07\\r\\b' * 99)",
        "raise ValueError(b'x' * 10_000_000)",
        "raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0, '__repr__': lambda self: 1 / 0})()",
        "conn.close(); return type('Odd', (), {'__repr__': lambda self: 1 / 0})()",
        "conn.close(); return b'x' * 10_000_000",
        "conn.close(); return '\\x1b[2J'",
    ],
    ids=[
        "megabytes",
        "not UTF-8",
        "control characters",
        "large message",
        "no message",
        "no repr",
        "large result",
        "control in result",
    ],
)
@pytest.mark.parametrize("width", ["40", "80"])
def test_strange_output_is_bounded(told: Callable[..., Run], statement: str, width: str) -> None:
    done = told(f"{HEAD}    {statement}\n    conn.close()\n    return 7\n", COLUMNS=width)

    mine = done.output[done.output.index("1.2 echo_once") : done.output.index("again:")].split("\n")
    assert len(mine) < 45
    assert max(map(len, mine)) <= int(width)
    assert all(char.isprintable() or char == "\n" for char in done.output)
    assert "INTERNALERROR" not in done.output
    assert done.status == pytest.ExitCode.TESTS_FAILED


def test_signs_and_colours_on_a_terminal(answers: Path) -> None:
    (answers / "echo_once.py").write_text(HEAD + END.replace("0", "7"))

    coloured = on_a_terminal(f"{answers}/echo_once.py")
    plain = on_a_terminal(f"{answers}/echo_once.py", NO_COLOR="1")

    assert "✘ echo_once" in coloured
    assert "\x1b[31m" in coloured
    assert "✘ echo_once" in plain
    assert "\x1b[31m" not in plain


def test_ascii_where_it_is_no_terminal(told: Callable[..., Run]) -> None:
    assert told(HEAD + END.replace("0", "7")).output.isascii()


def test_options_have_a_group_of_their_own() -> None:
    shown = run("--help").output

    group = shown[shown.index("sockets kata:") :]
    assert all(option in group for option in ("--hint", "--wire", "--compare", "--all"))
