"""What learners are told, word for word: one transcript for each kind of failure, times and ports left aside."""

import re
from pathlib import Path

import pytest

from kata.collect import ROOT, TESTS
from kata.proof import run

TRANSCRIPTS = TESTS / "transcripts"
KINDS = [path.stem for path in sorted(TRANSCRIPTS.glob("*.txt"))]

pytestmark = pytest.mark.timeout(60)

ROW = re.compile(r"^ *\d+\.\d ms (.*)$")


def normalised(output: str) -> str:
    """A transcript without what no two runs share: times, ports, and which side was first by a hair."""
    text = output[output.index("\n____") + 1 : output.rindex("\n")]
    text = re.sub(r"\n=+ .* =+$", "", text).strip()
    text = re.sub(r"/[^ ']*/kata-\w+", "FOLDER", text)
    text = re.sub(r"(?<=settimeout\()[\d.]+|\b\d+\.(\d+e-\d+|\d{3,}\b|\d+(?= s\b|[,\]]))|\b\de-\d+", "#.#", text)
    text = re.sub(r"(?<=127\.0\.0\.\d:)\d+~?|\b\d{5}\b", "PORT", text)
    lines: list[str] = []
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if found := ROW.match(line):
            rows.append(found[1])
        else:
            lines += sorted(rows, key=side_of)
            rows = []
            lines.append(line)
    return "\n".join(lines).rstrip() + "\n"


def side_of(row: str) -> tuple[bool, str]:
    """Which side a row of a conversation is of: each side's rows keep their order."""
    name = re.match(r" +(?:<-- )?([a-z ]+): ", row)
    return row.startswith("  "), name[1] if name else ""


@pytest.mark.parametrize("kind", KINDS)
def test_transcript(kind: str, request: pytest.FixtureRequest) -> None:
    path = TRANSCRIPTS / f"{kind}.txt"
    command, _, expected = path.read_text(encoding="utf-8").partition("\n\n")

    told = normalised(run(*command.removeprefix("$ pytest ").split()).output)

    if request.config.option.record:
        path.write_text(f"{command}\n\n{told}", encoding="utf-8")
    else:
        assert told == expected


def test_there_is_one_for_each_kind() -> None:
    assert len(KINDS) >= 15


def test_commands_name_answers_that_exist() -> None:
    commands = [(TRANSCRIPTS / f"{kind}.txt").read_text(encoding="utf-8").split("\n")[0] for kind in KINDS]

    assert [command for command in commands if not (ROOT / Path(command.split()[2].split("::")[0])).exists()] == []
