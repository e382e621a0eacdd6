"""Lays out on a terminal of a given width what `explain` has gathered."""

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from kata.show import crop

Line = tuple[str, dict[str, bool]]
"""A line and its markup, as pytest's terminal writer takes it."""

PLAIN = str.maketrans(
    {"✔": "+", "✘": "x", "·": ".", "▶": ">", "◀": "<", "─": "-", "…": "~", "×": "x", "⋮": ":", "–": "-", "µ": "u"}
)
"""What stands for a character that a terminal without UTF-8 cannot show."""

WIDEST = 110
NARROWEST = 26
"""Columns that a peer of its own needs."""

CROSSING = ("send", "connect", "ends its side", "reset", "close")
"""How the steps of a peer begin that reach the answer."""

TIME = 11


def plain(text: str) -> str:
    """`text` in ASCII."""
    return text.translate(PLAIN).encode("ascii", "backslashreplace").decode()


def printable(text: str) -> str:
    """`text` without what would change the terminal."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def failure(told: dict[str, Any], width: int, hint: bool = False, wrap: bool = True) -> Iterator[Line]:
    """All that is told of a check that failed; without `wrap` each sentence is a line, however long."""
    width = min(width, WIDEST)
    wrapped = wrap_at(width) if wrap else wrap_at(10_000)
    yield headline(told["title"], width), {"bold": True}
    yield from wrapped(told["rule"], {"bold": True})
    for sentence in told["what"]:
        yield from wrapped(sentence, {"red": True})
    for line in told["difference"]:
        yield crop(f"  {line}", width), {}
    if told["cause"]:
        yield from wrapped(f"Usually: {told['cause']}.", {})
    if hint and told["hint"]:
        yield from wrapped(f"Hint: {told['hint']}", {"yellow": True})
    if told["story"] and told["story"]["rows"]:
        yield "", {}
        yield from conversation(told["story"], width)
    if told["source"]:
        yield "", {}
        for number, text, is_it in told["source"]:
            line = f" {'▶' if is_it else ' '} {number:>4}  {printable(text)}"
            indent = " " * (len(line) - len(line[8:].lstrip()) + 4)
            for part in textwrap.wrap(line, width, subsequent_indent=indent, drop_whitespace=False) or [line]:
                yield part.rstrip(), {"bold": is_it}
    yield "", {}
    yield f"again:  {told['again']}", {}


def headline(title: str, width: int) -> str:
    """A title in a line of its own."""
    return crop(f" {title} ", width).center(width, "_")


def wrap_at(width: int) -> Callable[[str, dict[str, bool]], Iterator[Line]]:
    """Puts a sentence on as many lines of `width` characters as it takes."""

    def wrapped(text: str, markup: dict[str, bool]) -> Iterator[Line]:
        for line in textwrap.wrap(printable(text), width) or [""]:
            yield line, markup

    return wrapped


def conversation(story: dict[str, Any], width: int) -> Iterator[Line]:
    """The sides beside each other, time downwards, with arrows for what crosses."""
    sides, rows = story["sides"], story["rows"]
    room = width - TIME
    first = min(max((len(text) for _, side, text, _ in rows if side == 0), default=0) + 3, room * 6 // 10)
    first = max(first, room * 4 // 10)
    column = (room - first) // max(len(sides) - 1, 1)
    together = len(sides) > 2 and column < NARROWEST  # too many peers for a column each: then each row names its own
    names = ["the others"] if together else sides[1:]
    columns = names[0] if together else "".join(f"{crop(name, column - 1):<{column}}" for name in names)
    yield f"    time   {crop(sides[0], first - 1):<{first}}{columns}".rstrip(), {}
    for at, side, text, marked in rows:
        yield (
            f"{at:7.1f} ms {cell_of(text, side, sides[side] if together else '', first, column, room)}",
            {"red": marked, "bold": marked},
        )


def cell_of(text: str, side: int, name: str, first: int, column: int, room: int) -> str:
    """A row less its time: the text in the column of its side."""
    text = printable(text)
    if side == 0:
        return crop(text, room)
    arrow = "◀── " if text.startswith(CROSSING) else "    "
    before, size = (first, room - first) if name else (first + column * (side - 1), column)
    return " " * before + crop(f"{arrow}{name}{': ' if name else ''}{text}", size - 1)
