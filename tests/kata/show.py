"""Shows values, bytes and differences in a few characters, whatever they are."""

from itertools import zip_longest
from socket import socket  # the class as it was before any answer could replace it
from typing import Any

AROUND = 16
"""Bytes shown on each side of a difference, where there is room for them."""

MOST = 48
"""Characters for both sides."""


def short(value: object, most: int = 60) -> str:
    """A `repr` of at most `most` characters, also of a value whose `repr` fails."""
    if isinstance(value, socket):
        return "a socket"
    if isinstance(value, float):
        text = f"{value:.4g}"
        return f"{text}.0" if text.lstrip("-").isdigit() else text
    if isinstance(value, list) and any(isinstance(each, float) for each in value):
        return crop(f"[{', '.join(map(short, value))}]", most)
    if isinstance(value, tuple) and any(isinstance(each, socket) for each in value):
        return crop(f"({', '.join(map(short, value))})", most)
    try:
        text = repr(value[: most * 2]) if isinstance(value, (bytes, bytearray, str)) else repr(value)
    except Exception as error:
        text = f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
    return crop(text, most)


def crop(text: str, most: int) -> str:
    """The beginning of a text, with a sign that it goes on."""
    return text if len(text) <= most else text[: most - 1] + "…"


def show_bytes(data: bytes, size: int, most: int = 28) -> str:
    """Bytes by their beginning, and by their number when that does not tell all."""
    text = repr(data)
    return text if size == len(data) and len(text) <= most else f"{crop(text, most)} ({size:,} bytes)"


def difference(expected: Any, came: Any) -> list[str]:
    """What was expected and what came, around the place where they begin to differ."""
    if isinstance(expected, (bytes, bytearray)) and isinstance(came, (bytes, bytearray)):
        return around_the_first(bytes(expected), bytes(came), "byte")
    if isinstance(expected, str) and isinstance(came, str):
        return around_the_first(expected, came, "character")
    return [f"expected  {short(expected, 300)}", f"came      {short(came, 300)}"]


def around_the_first(expected: Any, came: Any, unit: str) -> list[str]:
    """Two strings of bytes or characters, cropped to where they begin to differ, and a caret there."""
    pairs = enumerate(zip_longest(expected, came))
    at = next((index for index, (due, got) in pairs if due != got), len(expected))
    around = next(
        (each for each in (AROUND, AROUND // 2) if len(repr(expected[max(0, at - each) : at + each])) <= MOST),
        AROUND // 4,
    )
    start = max(0, at - around)
    lead = "…" if start else ""

    def part(data: Any) -> str:
        shown = repr(data[start : at + around])
        return f"{lead}{shown}{'…' if at + around < len(data) else ''}   ({len(data):,} {unit}{'s' * (len(data) != 1)})"

    prefix = repr(expected[start:at])[:-1]  # less the closing quote: as wide as what stands before the difference
    if at == len(came):
        return [f"expected  {part(expected)}", f"came      {part(came)}"]
    caret = " " * (10 + len(lead) + len(prefix)) + f"^ at {at:,}"
    return [f"expected  {part(expected)}", f"came      {part(came)}", caret]
