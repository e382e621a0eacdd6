"""Which verdict an answer gets, and in which words: answers that cannot be run, and faults that are not theirs."""

import shutil
from collections.abc import Callable, Iterator

import pytest

from kata.collect import ROOT
from kata.proof import Run, run

pytestmark = pytest.mark.timeout(120)

CHECK = "test_client_that_ends_at_once"
HEAD = "def echo_once(server):\n"


@pytest.fixture
def judged(request: pytest.FixtureRequest) -> Iterator[Callable[..., Run]]:
    """Runs one check of `echo_once` on an answer of the given text."""
    folder = ROOT / f"judged-{abs(hash(request.node.name))}"
    folder.mkdir()

    def judge(text: str, *args: str, check: str = f"::{CHECK}") -> Run:
        path = folder / "echo_once.py"
        path.write_text(text)
        return run(*args, f"{path}{check}")

    yield judge
    shutil.rmtree(folder)


def only_failure(done: Run) -> str:
    """The failure of a run over one check."""
    (failure,) = done.failures.values()
    return failure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def echo_once(server)\n    pass\n", "line 1: expected ':', so Python cannot read the file"),
        ("\nimport nowhere\n", "line 2: the file cannot be loaded: ModuleNotFoundError: No module named 'nowhere'"),
        ("import sys\nsys.exit(0)\n", "line 2: the code ends the run at import, by sys.exit()"),
        ("def echo_ones(server):\n    return 0\n", "has no function echo_once, which the exercise asks for"),
        ("echo_once = 3\n", "needs a function and not a value called echo_once"),
        ("\ndef echo_once():\n    return 0\n", "line 2: the call echo_once(a socket) does not fit"),
        (f"{HEAD}    import sys\n    sys.exit(0)\n", "line 3: the code ends the run in echo_once, by sys.exit()"),
        (f"{HEAD}    raise KeyboardInterrupt\n", "line 2: the code ends the run in echo_once, by KeyboardInterrupt"),
        (f"import pytest\n{HEAD}    pytest.skip('done')\n", "line 3: the code ends the run in echo_once, by Skipped"),
        (f"import pytest\n{HEAD}    pytest.exit('done', 0)\n", "line 3: the code ends the run in echo_once, by Exit"),
    ],
    ids=[
        "syntax",
        "import",
        "exit at import",
        "missing",
        "value",
        "signature",
        "exit",
        "interrupt",
        "skip",
        "pytest.exit",
    ],
)
def test_answer_that_cannot_be_run(judged: Callable[..., Run], text: str, said: str) -> None:
    done = judged(text)

    assert said in only_failure(done)
    assert done.status == pytest.ExitCode.TESTS_FAILED


def test_todo_is_what_the_answer_itself_has_not_done(judged: Callable[..., Run]) -> None:
    done = judged(f"{HEAD}    server.accept()[0].close()\n    raise NotImplementedError\n")

    assert "1 todo" in done.output
    assert done.status == pytest.ExitCode.TESTS_FAILED


def test_not_implemented_in_a_library_is_no_todo(judged: Callable[..., Run]) -> None:
    done = judged(
        f"import io\n\n{HEAD}    io.RawIOBase().readinto1\n    __import__('selectors').BaseSelector.select(None)\n"
    )

    assert "1 wrong" in done.output


@pytest.mark.parametrize("text", ["return 7", "return None", "return 0.0", "return True", "raise ValueError('no')"])
def test_wrong_result(judged: Callable[..., Run], text: str) -> None:
    done = judged(f"{HEAD}    server.accept()[0].close()\n    {text}\n")

    assert "1 wrong" in done.output
    assert done.status == pytest.ExitCode.TESTS_FAILED


def test_same_verdicts_with_and_without_processes(judged: Callable[..., Run]) -> None:
    alone, spread = (judged(f"{HEAD}    return 7\n", "--all", *args, check="") for args in ((), ("-n", "2")))

    assert [bool(failure) for failure in alone.failures.values()] == [
        bool(spread.failures[check]) for check in alone.failures
    ]
