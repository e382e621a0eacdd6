"""However a run ends, nothing of it stays behind: no process, no folder, no socket file."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from kata.collect import ROOT
from kata.proof import clean_environment

pytestmark = [
    pytest.mark.timeout(60),
    pytest.mark.skipif(sys.platform != "linux", reason="the processes of a run are found in /proc"),
]

SOON = 1.0
"""Seconds after the end of a run in which all of it has to be gone."""

HANGS = """
import os, subprocess, time

def echo_once(server):
    subprocess.Popen(["sleep", "99"])
    os.mkfifo("litter")
    open({begun!r}, "w").close()
    time.sleep(99)
"""


STAYS = """
import os, time

def echo_once(server):
    if os.fork() == 0:
        os.setsid()
        time.sleep(600)
    conn, _ = server.accept()
    conn.close()
    return 0
"""


@pytest.fixture
def answer(request: pytest.FixtureRequest) -> Iterator[Path]:
    """The file of an answer inside the project."""
    folder = ROOT / f"hanging-{abs(hash(request.node.name))}"
    folder.mkdir()
    path = folder / "echo_once.py"
    yield path
    path.unlink()
    folder.rmdir()


def processes_with(token: str) -> dict[int, str]:
    """The processes that have `token` in their environment, each with its command line."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if token.encode() in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
    return found


def wait_until(condition: object, seconds: float) -> bool:
    """Whether `condition()` becomes true within `seconds`."""
    deadline = time.monotonic() + seconds
    assert callable(condition)
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def heed_interrupts() -> None:
    """As at a terminal: what a shell starts in the background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
@pytest.mark.parametrize("processes", [[], ["-n", "2"]], ids=["alone", "-n 2"])
def test_nothing_stays_behind(answer: Path, tmp_path: Path, how: signal.Signals, processes: list[str]) -> None:
    answer.write_text(HANGS.format(begun=str(tmp_path / "begun")))
    token, temporary = f"KATA_TOKEN={uuid.uuid4()}", tmp_path / "tmp"
    temporary.mkdir()
    environment = clean_environment() | dict([token.split("=")]) | {"TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "pytest", "--timeout=50", *processes, str(answer)]
    run = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    try:
        assert wait_until((tmp_path / "begun").exists, 20)

        os.kill(run.pid, how)

        run.wait(10)
    finally:
        run.kill()
        run.wait()
    assert wait_until(lambda: not processes_with(token), SOON), processes_with(token)
    assert wait_until(lambda: not left_in(temporary), SOON), left_in(temporary)


@pytest.mark.parametrize("processes", [[], ["-n", "2"]], ids=["alone", "-n 2"])
def test_run_does_not_wait_for_a_child_that_stays(answer: Path, processes: list[str]) -> None:
    answer.write_text(STAYS)
    token = f"KATA_TOKEN={uuid.uuid4()}"
    command = [sys.executable, "-m", "pytest", *processes, f"{answer}::test_client_that_ends_at_once"]
    environment = clean_environment() | dict([token.split("=")])
    run = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

    try:
        output, _ = run.communicate(timeout=15)
        assert run.returncode == pytest.ExitCode.OK, output
        assert processes_with(token), "the child is gone too"
    finally:
        for pid in processes_with(token):
            os.kill(pid, signal.SIGKILL)


def left_in(folder: Path) -> list[str]:
    """What lies in a folder, less what pytest keeps there of its last runs by itself."""
    return [path.name for path in folder.iterdir() if not path.name.startswith("pytest-of-")]
