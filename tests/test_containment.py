"""Nothing that an answer does can hurt the run: whatever it is, it costs that check's verdict, and the next one passes."""

import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from kata.collect import ROOT
from kata.proof import Run, run

CHECK = "test_client_that_ends_at_once"
LIMIT = "2"

pytestmark = pytest.mark.timeout(300)

RIGHT = """
def echo_once(server):
    conn, _ = server.accept()
    with conn:
        while data := conn.recv(4096):
            conn.sendall(data)
    return 0
"""


def serving(before: str = "", after: str = "") -> str:
    """A right answer with statements added before and after it serves."""
    lines = RIGHT.strip().split("\n")
    return "\n".join(
        [
            lines[0],
            *textwrap.indent(before, "    ").split("\n"),
            *lines[1:-1],
            *textwrap.indent(after, "    ").split("\n"),
            lines[-1],
        ]
    )


ROWS: dict[str, tuple[str, str, str]] = {
    # what hangs is stuck, on the line where it sits
    "recv": (serving("import socket\nhere, there = socket.socketpair()\nhere.recv(1)"), "stuck", "it sits in line 4"),
    "accept": (serving(after="server.accept()"), "stuck", "it sits in line 7"),
    "connect": (
        serving("import socket\nfull = socket.create_server(('127.0.0.1', 0), backlog=0)\n"
                "kept = [socket.create_connection(full.getsockname()) for _ in range(9)]"),
        "stuck", "it sits in line 4"),
    "select": (serving("import select, socket\npair = socket.socketpair()\nselect.select(pair, [], [])"), "stuck", "it sits in line 4"),
    "selectors": (
        serving("import selectors, socket\npair = socket.socketpair()\nwatch = selectors.DefaultSelector()\nwatch.register(pair[0], 1)\nwatch.select()"),
        "stuck", "it sits in line 6"),
    "sleep": (serving("import time\ntime.sleep(99)"), "stuck", "it sits in line 3"),
    "lock": (serving("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()"), "stuck", "it sits in line 5"),
    "queue": (serving("import queue\nqueue.Queue().get()"), "stuck", "it sits in line 3"),
    "join": (serving("import threading, time\nt = threading.Thread(target=time.sleep, args=(99,))\nt.start()\nt.join()"), "stuck", "it sits in line 5"),
    "subprocess": (serving("import subprocess\nsubprocess.run(['sleep', '99'])"), "stuck", "it sits in line 3"),
    "asyncio": (serving("import asyncio\nasyncio.run(asyncio.sleep(99))"), "stuck", "it sits in line 3"),
    "busy loop": (serving("while True:\n    pass"), "stuck", "it sits in line"),
    "loop at import": (f"while True:\n    pass\n{RIGHT}", "stuck", "it sits in line"),
    "except": (serving("while True:\n    try:\n        server.bogus()\n    except:\n        pass"), "stuck", "it sits in line"),
    "except BaseException": (
        serving("import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException:\n        pass"), "stuck", "it sits in line 5"),
    "finally continue": (serving("import time\nwhile True:\n    try:\n        time.sleep(9)\n    finally:\n        continue"), "stuck", "it sits in line 5"),
    "own SIGALRM": (serving("import signal, time\nsignal.signal(signal.SIGALRM, lambda *_: None)\ntime.sleep(99)"), "stuck", "it sits in line 4"),
    "C loop": (serving("sum(iter(int, 1))"), "stuck", "lets nothing interrupt it"),
    "stopped": (serving("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"), "stuck", "lets nothing interrupt it"),
    "hang in clean-up": (serving("import sys, time\nclass Late:\n    def __del__(self): time.sleep(99)\nsys.late = Late()\nsys.late.it = sys.late\ndel sys.late"), "stuck", "it sits in line"),
    # what ends the process, or tries to
    "sys.exit": (serving("import sys\nsys.exit()"), "wrong", "the code ends the run in echo_once, by sys.exit()"),
    "sys.exit at import": (f"import sys\nsys.exit()\n{RIGHT}", "wrong", "the code ends the run at import, by sys.exit()"),
    "interrupt": (serving("raise KeyboardInterrupt"), "wrong", "by KeyboardInterrupt"),
    "skip": (serving("import pytest\npytest.skip()"), "wrong", "the code ends the run in echo_once, by Skipped"),
    "SkipTest": (serving("import unittest\nraise unittest.SkipTest('later')"), "wrong", "SkipTest: later"),
    "xfail": (serving("import pytest\npytest.xfail('later')"), "wrong", "XFailed: later"),
    "C function": ("echo_once = len\n", "wrong", "TypeError: object of type 'socket' has no len()"),
    "os._exit": (serving("import os\nos._exit(0)"), "wrong", "ended its process by itself, with exit status 0"),
    "kill": (serving("import os\nos.kill(os.getpid(), 9)"), "wrong", "was killed by SIGKILL"),
    "crash": (serving("import ctypes\nctypes.string_at(0)"), "wrong", "was killed by SIGSEGV"),
    "circle of causes": (serving("one, two = OSError('one'), OSError('two')\none.__cause__, two.__cause__ = two, one\nraise one"), "wrong", "OSError: one"),
    "zero byte": (f"{RIGHT}\n# \0\n", "wrong", "null bytes"),
    "recursion": ("def echo_once(server):\n    return echo_once(server)\n", "wrong", "RecursionError"),
    "closed descriptors": (serving("import os\nos.closerange(0, 999)"), "wrong", "closed descriptors that it did not open"),
    # what would change the next check
    "fork": (serving(after="import os\nif os.fork() == 0:\n    return 1\nos.wait()"), "done", ""),
    "thread left": (serving("import threading, time\nthreading.Thread(target=time.sleep, args=(99,)).start()"), "done", ""),
    "child left": (serving("import subprocess\nchild = subprocess.Popen(['sleep', '99'])"), "done", ""),
    "closed stdout": (serving("import os, sys\nsys.stdout.close()\nos.close(1)"), "done", ""),
    "replaced stdout": (serving("import sys\nsys.stdout = sys.stderr = None"), "done", ""),
    "replaced socket": (serving(after="import socket\nsocket.socket = None"), "done", ""),
    "default timeout": (serving(after="import socket\nsocket.setdefaulttimeout(0.001)"), "done", ""),
    "directory": (serving("import os\nos.chdir('/')"), "done", ""),
    "environment": (serving("import os\nos.environ.clear()"), "done", ""),
    "signal handlers": (serving("import signal\nfor s in (2, 15, 14): signal.signal(s, signal.SIG_IGN)"), "done", ""),
    "files littered": (serving("open('litter', 'w').close()"), "done", ""),
    "endless output": (serving("while True: print('x' * 9999)"), "wrong", "File too large"),
    "strange output": (serving("import os\nos.write(1, b'\\xff\\x1b[2J\\x00' * 99)\nprint('\\udc80' if False else 'ok')"), "done", ""),
    # what was never closed
    "open socket": ("import socket\nkept = []\n" + serving("kept.append(socket.socket())"), "wrong", "never closed: the socket made in line 4"),
    "dropped socket": (serving("import socket\nsocket.socket()"), "wrong", "never closed: the socket made in line 3"),
    "dropped in a cycle": (serving("import socket\nring = [socket.socket()]\nring.append(ring)"), "wrong", "never closed: the socket made in line 3"),
    "open file": ("kept = []\n" + serving("kept.append(open(__file__))"), "wrong", "never closed: the file echo_once.py"),
    "dropped file": (serving("open(__file__).read()"), "wrong", "never closed: the file echo_once.py"),
    "raw descriptor": (serving("import socket\nsocket.socket().detach()"), "wrong", "never closed: a socket that your code opened"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Every row, and after each a right answer, as submissions inside the project."""
    folder = ROOT / "containment"
    for place, (text, _, _) in enumerate(ROWS.values()):
        for name, code in (("row", text), ("then", RIGHT)):
            path = folder / f"{place:02}_{name}" / "echo_once.py"
            path.parent.mkdir(parents=True)
            path.write_text(code)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=[[], ["-n", "2"]], ids=["alone", "-n 2"])
def done(request: pytest.FixtureRequest, folder: Path) -> Run:
    """One run over all rows."""
    paths = sorted(folder.glob("*/echo_once.py"))
    return run("--all", f"--timeout={LIMIT}", *request.param, *(f"{path}::{CHECK}" for path in paths))


@pytest.mark.parametrize("row", ROWS)
def test_row(row: str, done: Run) -> None:
    _, verdict, words = ROWS[row]
    place = list(ROWS).index(row)
    key, after = (f"containment.{place:02}_{name}.echo_once::{CHECK}" for name in ("row", "then"))

    assert done.verdicts[key] == verdict, done.failures[key]
    assert words in done.failures[key]
    assert done.verdicts[after] == "done", done.failures[after]


def test_every_check_is_counted_and_the_run_has_failed(done: Run) -> None:
    assert len(done.verdicts) == 2 * len(ROWS)
    assert done.status == pytest.ExitCode.TESTS_FAILED
    assert "INTERNALERROR" not in done.output
    assert "left running: the thread" in done.output
    assert "left running: a child process" in done.output
