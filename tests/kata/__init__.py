"""The pytest plugin that makes the kata: it collects answers, runs each check in a process of its own, and explains.

`collect` says what an answer is, `run` runs a check on it, `answer` loads it, `record` and `leaks` watch it, `verdicts`
judges, and `report` tells.
"""

import pytest

pytest.register_assert_rewrite("grading")

pytest_plugins = ["kata.collect", "kata.run", "kata.fixtures", "kata.self_connect", "kata.verdicts", "kata.report"]
