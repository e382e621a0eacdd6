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


@pytest.fixture
def hanging(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """An answer that hangs, with a child of its own, and tells when it does."""
    folder = ROOT / f"hanging-{abs(hash(request.node.name))}"
    folder.mkdir()
    path = folder / "echo_once.py"
    path.write_text(HANGS.format(begun=str(tmp_path / "begun")))
    yield path
    path.unlink()
    folder.rmdir()


def processes_with(token: str) -> list[str]:
    """The command lines of the processes that have `token` in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if token.encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
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


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
@pytest.mark.parametrize("processes", [[], ["-n", "2"]], ids=["alone", "-n 2"])
def test_nothing_stays_behind(hanging: Path, tmp_path: Path, how: signal.Signals, processes: list[str]) -> None:
    token, temporary = f"KATA_TOKEN={uuid.uuid4()}", tmp_path / "tmp"
    temporary.mkdir()
    environment = clean_environment() | dict([token.split("=")]) | {"TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "pytest", "--timeout=50", *processes, str(hanging)]
    run = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert wait_until((tmp_path / "begun").exists, 20)

    os.kill(run.pid, how)

    run.wait(10)
    assert wait_until(lambda: not processes_with(token), SOON), processes_with(token)
    assert wait_until(lambda: not left_in(temporary), SOON), left_in(temporary)


def left_in(folder: Path) -> list[str]:
    """What lies in a folder, less what pytest keeps there of its last runs by itself."""
    return [path.name for path in folder.iterdir() if not path.name.startswith("pytest-of-")]
