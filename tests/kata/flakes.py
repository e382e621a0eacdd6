"""The flake gate: runs answers again and again with busy cores, and prints every verdict that was not the expected one.

python tests/kata/flakes.py --rounds 100            the solutions and the right answers: each has to be done
python tests/kata/flakes.py --rounds 20 --wrong     the wrong answers: each turned down as it says
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kata.proof import run

AT_ONCE = "4"

BUSY = "import os; parent = os.getppid()\nwhile os.getppid() == parent: pass"
"""Keeps a core busy, but no longer than the gate runs."""


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy with something else."""
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def flakes_of_one_round(answers: list[str], wrong: bool) -> dict[str, str]:
    """The checks of a round that did not go as they have to, each with what came instead."""
    if wrong:
        done = run("tests/test_wrong_answers.py")
        return {check: failure for check, failure in done.failures.items() if failure}
    done = run(*answers, "-n", AT_ONCE)
    return {
        check: done.failures[check] for check, verdict in done.verdicts.items() if verdict not in ("done", "skipped")
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "answers", nargs="*", default=["solutions", "tests/right_answers"], help="folders of right ones"
    )
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--wrong", action="store_true", help="run the wrong answers")
    options = parser.parse_args()
    flakes = 0
    with busy_cores():
        for round_ in range(1, options.rounds + 1):
            start = time.monotonic()
            found = flakes_of_one_round(options.answers, options.wrong)
            flakes += len(found)
            print(f"round {round_}: {len(found)} flakes, {time.monotonic() - start:.0f} s", flush=True)
            for check, failure in found.items():
                print(f"  {check}\n{failure}", flush=True)
    print(f"{flakes} flakes in {options.rounds} rounds")
    return 1 if flakes else 0


if __name__ == "__main__":
    sys.exit(main())
