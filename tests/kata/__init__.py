"""The pytest plugin that makes the kata: it collects answers, runs each check in a process of its own, and explains.

`collect` says what an answer is, `run` runs a check on it in a process that `guard` watches over, `answer` loads it,
`record` and `leaks` see what it does, `verdicts` judges, `explain` and `report` put it into words,
and `terminal` prints.
"""

import pytest

pytest.register_assert_rewrite("grading")

pytest_plugins = [
    "kata.collect",
    "kata.run",
    "kata.fixtures",
    "kata.self_connect",
    "kata.short",
    "kata.explain",
    "kata.report",
    "kata.terminal",
]
