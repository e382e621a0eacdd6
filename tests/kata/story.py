"""The conversation: what the answer and its peers did, each in its own column, in the order of time."""

import socket
from dataclasses import dataclass
from errno import errorcode
from typing import Any

from kata.record import Call, Record
from kata.show import crop, short, show_bytes
from peers.diary import Diary, Event

MOST = 28
"""Rows that are shown: a screen. Of a longer conversation the first and the last are."""

ANSWER = 0

BRIEF = 0.1
"""Seconds: who sits in a call for less goes round in a loop."""


@dataclass
class Row:
    """One thing that one side did. Consecutive ones of a kind are one row."""

    at: int
    side: int
    text: str
    kind: tuple[Any, ...]
    size: int = 0
    times: int = 1
    marked: bool = False


def story(record: Record, diaries: list[Diary], now: int) -> dict[str, Any]:
    """The conversation as plain data: the sides, and rows of milliseconds, side, text, and whether to mark it."""
    rows = [row for call in record.calls if (row := row_of_call(call, now))]
    for side, diary in enumerate(diaries, 1):
        rows += [row_of_event(event, side) for event in diary.events]
    rows.sort(key=lambda row: row.at)
    folded = fold(rows)
    start = folded[0].at if folded else 0
    shown = [[(row.at - start) / 1e6, row.side, text_of(row), row.marked] for row in folded]
    if len(shown) > MOST:
        left_out = len(shown) - MOST + 1
        middle = [shown[MOST // 2][0], ANSWER, f"⋮  {left_out:,} steps more", False]
        shown = [*shown[: MOST // 2], middle, *shown[-(MOST - MOST // 2 - 1) :]]
    return {"sides": [f"your {record.name}", *(diary.name for diary in diaries)], "rows": shown}


def fold(rows: list[Row]) -> list[Row]:
    """Consecutive rows of a kind as one row that counts them."""
    folded: list[Row] = []
    for row in rows:
        if folded and folded[-1].kind == row.kind and not row.marked:
            folded[-1].times += row.times
            folded[-1].size += row.size
        else:
            folded.append(row)
    return folded


def text_of(row: Row) -> str:
    """The words of a row; of several in one, how often and how much."""
    if row.times == 1:
        return row.text
    total = f", {in_all(row.size)} in all" if row.size else ""
    return f"{row.kind[-1]} × {row.times:,}{total}"


def in_all(size: int) -> str:
    """A number of bytes in a unit that fits."""
    return f"{size / (1 << 20):.1f} MiB" if size >= 1 << 20 else f"{size:,} bytes"


def row_of_event(event: Event, side: int) -> Row:
    """What a peer did or saw."""
    text = f"{event.what} {show_bytes(event.data, event.size)}" if event.data is not None else event.what
    row = Row(event.at, side, text, (side, event.what), event.size, event.times)
    row.marked = event.missed
    return row


SET_UP = ("bind", "listen", "setsockopt", "settimeout", "setblocking")


def row_of_call(call: Call, now: int) -> Row | None:
    """What the answer did; None for what a library does inside one call, unless it goes over the wire."""
    if call.by_library and (call.method in SET_UP or isinstance(call.error, BlockingIOError)):
        return None
    where = f"line {call.line}" if call.line else "library"
    if call.method == "":
        return Row(call.end or call.start, ANSWER, crop(str(call.result), 200), (id(call),))
    outgoing = call.data is not None and call.method.startswith("send")
    shown = show_bytes(call.data, call.size) if call.data is not None else ""
    rest = shown_arguments(call)
    args = ", ".join([shown] * outgoing + rest)
    text = f"{where}  {call.method}({args}){outcome(call, shown if not outgoing else '', now)}"
    at = call.start if outgoing or call.end is None else call.end
    kind = (ANSWER, call.line, call.method, type(call.error), f"{where}  {call.method}()")
    return Row(at, ANSWER, text, kind, call.size, marked=call.end is None)


def shown_arguments(call: Call) -> list[str]:
    """The arguments of a call, by the names of constants where people write those."""
    if call.method == "setsockopt":
        return option_names(call.args)
    if call.method == "shutdown" and call.args and call.args[0] in (0, 1, 2):
        return [("SHUT_RD", "SHUT_WR", "SHUT_RDWR")[call.args[0]]]
    return [short(argument, 30) for argument in call.args]


OPTIONS = {"SOL_SOCKET": "SO_", "IPPROTO_TCP": "TCP_", "IPPROTO_IPV6": "IPV6_", "IPPROTO_IP": "IP_"}
"""The levels of socket options, and how the names of the options of each begin."""


def option_names(args: tuple[Any, ...]) -> list[str]:
    """The arguments of `setsockopt`, by the names of the constants where they have some."""
    for level, prefix in OPTIONS.items():
        if args[:1] == (getattr(socket, level),):
            names = [name for name, value in vars(socket).items() if name.startswith(prefix) and value == args[1]]
            plainest = min(names, key=lambda name: (name.count("_"), len(name)), default=short(args[1]))
            return [level, plainest, *(short(value, 20) for value in args[2:])]
    return [short(argument, 20) for argument in args]


def outcome(call: Call, received: str, now: int) -> str:
    """What came of a call."""
    if call.end is None:
        waited = (now - call.start) / 1e9
        return f" … still waiting after {waited:.1f} s" if waited >= BRIEF else " … again, without an end"
    if call.error is not None:
        return f" raises {type(call.error).__name__}"
    if call.method == "accept" and isinstance(call.result, tuple):
        return f" = {address(call.result[1])}"
    if received:
        return f" = {received}"
    if call.method == "connect_ex":
        return f" = {errorcode.get(call.result, call.result)}"
    if call.result is not None and not call.method.startswith("sendall"):
        return f" = {short(call.result, 30)}"
    return ""


def address(value: Any) -> str:
    """A socket address as people write it."""
    if isinstance(value, tuple) and len(value) >= 2:
        host, port = value[:2]
        return f"[{host}]:{port}" if ":" in str(host) else f"{host}:{port}"
    return short(value, 30)
