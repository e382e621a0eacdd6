"""The conversation: what the answer and its peers did, each in its own column, in the order of time."""

import socket
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from errno import EAGAIN, errorcode
from itertools import groupby
from typing import Any

from kata.record import CALL, DROPPED, FIRST, RETURN, Call, Record
from kata.show import crop, short, show_bytes
from peers.diary import FEW, Diary, Event

MOST = 28
"""Rows that are shown: a screen. Of a longer conversation the first and the last are."""

ANSWER = 0

BRIEF = 0.1
"""Seconds of which nothing is said: who sits in a call for less goes round in a loop."""


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
    until: int = 0


def story(record: Record, diaries: list[Diary], now: int) -> dict[str, Any]:
    """The conversation as plain data: the sides, and rows of milliseconds, side, text, and whether to mark it."""
    calls = without_repeated_timeouts(call for call in record.calls if call.start <= now)
    rows = [row for call in calls if (row := row_of_call(call, now))]
    for side, diary in enumerate(diaries, 1):
        rows += [row_of_event(event, side) for event in diary.events]
    rows.sort(key=lambda row: row.at)
    if record.lost:
        since = record.calls[FIRST].start
        before, after = ([row for row in rows if (row.at < since) is early] for early in (True, False))
        rows = [*fold(join(before)), more_steps(since, record.lost), *fold(join(after))]
    else:
        rows = fold(join(rows))
    if len(rows) > MOST:
        middle = slice(MOST // 2, 1 + MOST // 2 - MOST)
        rows[middle] = [more_steps(rows[MOST // 2].at, sum(row.times for row in rows[middle]))]
    start = rows[0].at if rows else 0
    shown = [[(row.at - start) / 1e6, row.side, row.text, row.marked] for row in rows]
    return {"sides": [f"your {record.name}", *(diary.name for diary in diaries)], "rows": shown}


def more_steps(at: int, number: int) -> Row:
    """The row that stands for so many that are not shown."""
    return Row(at, ANSWER, f"⋮  {number:,} steps more", (), times=number)


def without_repeated_timeouts(calls: Iterable[Call]) -> Iterator[Call]:
    """The calls less what sets a timeout anew on a line that has set one."""
    lines = set()
    for call in calls:
        if call.method != "settimeout" or call.line not in lines:
            yield call
        if call.method == "settimeout":
            lines.add(call.line)


def join(rows: list[Row]) -> list[Row]:
    """The call of the function and its return as one row, where nothing stands between them."""
    joined: list[Row] = []
    for row in rows:
        if joined and (joined[-1].kind[-1], row.kind[-1]) == (CALL, RETURN):
            row.text = joined.pop().text + row.text[row.text.index(" ") :]
        joined.append(row)
    return joined


def fold(rows: list[Row]) -> list[Row]:
    """Rows of a kind that follow each other closely as one row that counts them, unless they are few."""
    folded: list[Row] = []
    for _, run in groupby(rows, key=lambda row: (row.kind, row.marked)):
        same = list(run)
        times = sum(row.times for row in same)
        folded += [as_one(same, times)] if times > min(FEW, len(same)) else same
    return folded


def as_one(rows: list[Row], times: int) -> Row:
    """Rows of a kind as one: what they are, how often, and, where they differ, how much in all."""
    size = sum(row.size for row in rows)
    alike = times == len(rows) and len({row.text for row in rows}) == 1
    what = rows[0].text if alike else rows[0].kind[-1]
    total = f", {in_all(size)} in all" if size and not alike else ""
    seconds = (max(row.until or row.at for row in rows) - rows[0].at) / 1e9
    while_ = f", in {seconds:.1f} s" if seconds >= BRIEF else ""
    return replace(rows[0], text=f"{what} × {times:,}{total}{while_}", times=times)


def in_all(size: int) -> str:
    """A number of bytes in a unit that fits."""
    return f"{size / (1 << 20):.1f} MiB" if size >= 1 << 20 else f"{size:,} bytes"


def row_of_event(event: Event, side: int) -> Row:
    """What a peer did or saw."""
    text = f"{event.what} {show_bytes(event.data, event.size)}" if event.data is not None else event.what
    return Row(event.at, side, text, (side, event.what), event.size, event.times, event.missed, event.until)


SET_UP = ("bind", "listen", "setsockopt", "settimeout", "setblocking")


def row_of_call(call: Call, now: int) -> Row | None:
    """What the answer did; None for what a library does inside one call, unless it goes over the wire."""
    if call.by_library and (call.method in SET_UP or isinstance(call.error, BlockingIOError)):
        return None
    where = f"line {call.line}" if call.line else "library"
    if call.method in (CALL, RETURN, DROPPED):
        return Row(call.start, ANSWER, crop(str(call.result), 200), (id(call), call.method))
    waits = call.end is None or call.end > now  # what came of it later came of ending the check
    outgoing = call.data is not None and call.method.startswith("send")
    shown = show_bytes(call.data, call.size, 8 if call.error else 28) if call.data is not None else ""
    args = ", ".join([shown] * outgoing + shown_arguments(call))
    came = waited(call, now) if waits else outcome(call, shown if not outgoing else "")
    text = f"{where}  {call.method}({args}){came}"
    at = call.end if call.end and not waits and not outgoing else call.start
    kind = (ANSWER, call.line, call.method, type(call.error), f"{where}  {call.method}()")
    return Row(at, ANSWER, text, kind, call.size, marked=waits)


def shown_arguments(call: Call) -> list[str]:
    """The arguments of a call, by the names of constants where people write those."""
    if call.method == "setsockopt":
        return option_names(call.args)
    if call.method == "shutdown" and call.args and call.args[0] in (0, 1, 2):
        return [("SHUT_RD", "SHUT_WR", "SHUT_RDWR")[call.args[0]]]
    return [short(argument, 30) for argument in call.args]


LINGER = struct.Struct("ii")

OPTIONS = {"SOL_SOCKET": "SO_", "IPPROTO_TCP": "TCP_", "IPPROTO_IPV6": "IPV6_", "IPPROTO_IP": "IP_"}
"""The levels of socket options, and how the names of the options of each begin."""


def option_names(args: tuple[Any, ...]) -> list[str]:
    """The arguments of `setsockopt`, by the names of the constants where they have some."""
    for level, prefix in OPTIONS.items():
        if args[:1] == (getattr(socket, level),):
            names = [name for name, value in vars(socket).items() if name.startswith(prefix) and value == args[1]]
            plainest = min(names, key=lambda name: (name.count("_"), len(name)), default=short(args[1]))
            if (
                plainest == "SO_LINGER"
                and len(args) == 3
                and isinstance(args[2], bytes)
                and len(args[2]) == LINGER.size
            ):
                return [level, plainest, "(on={}, seconds={})".format(*LINGER.unpack(args[2]))]
            return [level, plainest, *(short(value, 20) for value in args[2:])]
    return [short(argument, 20) for argument in args]


def waited(call: Call, now: int) -> str:
    """How long a call has been waiting."""
    seconds = (now - call.start) / 1e9
    return f" … still waiting after {seconds:.1f} s" if seconds >= BRIEF else " … again, without an end"


def outcome(call: Call, received: str) -> str:
    """What came of a call."""
    if call.error is not None:
        return f" raises {type(call.error).__name__}"
    if call.method == "accept" and isinstance(call.result, tuple):
        return f" = {address(call.result[1])}"
    if received:
        return f" = {received}"
    if call.method == "connect_ex":
        return f" = {errorcode.get(call.result, call.result)}{' (timed out)' if call.result == EAGAIN else ''}"
    if call.result is not None and not call.method.startswith("sendall"):
        return f" = {short(call.result, 30)}"
    return ""


def address(value: Any) -> str:
    """A socket address as people write it."""
    if isinstance(value, tuple) and len(value) >= 2:
        host, port = value[:2]
        return f"[{host}]:{port}" if ":" in str(host) else f"{host}:{port}"
    return short(value, 30)
