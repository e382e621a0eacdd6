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
            yield crop(f" {'▶' if is_it else ' '} {number:>4}  {printable(text)}", width), {"bold": is_it}
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
    sides = story["sides"]
    room = width - TIME
    columns = [room] if len(sides) == 1 else [room * 11 // 20, *[room * 9 // 20 // (len(sides) - 1)] * (len(sides) - 1)]
    names = "".join(crop(side, size - 1).ljust(size) for side, size in zip(sides, columns, strict=True))
    yield f"    time   {names}".rstrip(), {}
    for at, side, text, marked in story["rows"]:
        before = sum(columns[:side])
        text = printable(text)
        if side:
            text = f"◀── {text}" if text.startswith(("send", "connect", "ends", "resets", "closes")) else f"    {text}"
        cell = crop(text, (columns[side] if side else room) - 1)
        yield f"{at:7.1f} ms " + " " * before + cell, {"red": marked, "bold": marked}
