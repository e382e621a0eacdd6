"""Runs pytest as a user does, in a process of its own, for the tests that prove the kata itself."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from kata.collect import ROOT


@dataclass
class Run:
    """What came of a run: its exit status, what it printed, and of each check the verdict and the failure, or ""."""

    status: int
    output: str
    failures: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)


def run(*args: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> Run:
    """Run `pytest` with `args`."""
    with tempfile.TemporaryDirectory(prefix="kata-proof-") as folder:
        xml = Path(folder) / "junit.xml"
        command = [sys.executable, "-m", "pytest", f"--junitxml={xml}", "-o", f"cache_dir={folder}/cache", *args]
        done = subprocess.run(
            command,
            cwd=cwd,
            env=clean_environment() | (env or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        output = (done.stdout + done.stderr).decode(errors="replace")
        return with_checks(Run(done.returncode, output), xml)


def clean_environment() -> dict[str, str]:
    """The environment, less what a pytest that runs this one has put there, and with a plain terminal."""
    ours = ("PYTEST_", "COV_", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PY_COLORS")
    return {key: value for key, value in os.environ.items() if not key.startswith(ours)} | {"COLUMNS": "80"}


def with_checks(done: Run, xml: Path) -> Run:
    """A run with the checks of its JUnit file, by `folder.file::check`; without one there were none."""
    for case in ElementTree.parse(xml).iter("testcase") if xml.exists() else ():
        key = f"{case.get('classname')}::{case.get('name')}"
        done.failures[key] = "\n".join(child.text or "" for child in case if child.tag in ("failure", "error"))
        verdicts = [entry.get("value", "") for entry in case.iter("property") if entry.get("name") == "verdict"]
        done.verdicts[key] = verdicts[-1] if verdicts else "skipped"
    return done


def key_of(path: Path, check: str) -> str:
    """How a check of the answer at `path` is named in `Run.failures`."""
    return f"{'.'.join(path.relative_to(ROOT).with_suffix('').parts)}::{check}"
