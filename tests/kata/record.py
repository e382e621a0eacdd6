"""Writes down every socket call that the answer makes: what it was, on which line, when, and what came of it.

The methods of the class `socket.socket` are replaced, not the class: so every import style, `create_server`,
`makefile`, `selectors`, `socketserver`, asyncio and `http.client` are seen.
"""

import functools
import os
import socket
import ssl
import sys
import sysconfig
import threading
import time
import warnings
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kata.short import ShortListener, ShortSocket
from peers.diary import SHOWN

KATA = os.path.dirname(os.path.realpath(__file__))
LIBRARY = os.path.realpath(sysconfig.get_path("stdlib"))
SITE = os.path.realpath(sysconfig.get_path("purelib"))

SENDING = ("send", "sendall", "sendto", "sendmsg", "sendfile")
RECEIVING = ("recv", "recv_into", "recvfrom", "recvfrom_into", "recvmsg", "recvmsg_into", "accept")
OTHER = ("bind", "listen", "connect", "connect_ex", "shutdown", "close", "setsockopt", "settimeout", "setblocking")

CALL, RETURN, DROPPED = "call of the function", "return of the function", "socket dropped"
"""What stands for a method where none of a socket's was called; the result is the text that tells it."""

FIRST, LAST = 60, 120
"""How many calls are kept from the beginning and from the end: more than anyone reads."""


@dataclass
class Call:
    """A socket call of the answer's. Times are `time.monotonic_ns()`; `end` is None while it has not returned.

    `data` is the beginning of what went over the wire, `size` the number of its bytes.
    """

    method: str
    line: int | None
    start: int
    by_library: bool = False
    args: tuple[Any, ...] = ()
    end: int | None = None
    result: Any = None
    error: BaseException | None = None
    data: bytes | None = None
    size: int = 0


@dataclass
class Made:
    """A socket that the answer made, or got from `accept`."""

    line: int | None
    ref: weakref.ref[socket.socket]
    dropped: bool = False
    lost_by_library: bool = False

    @property
    def fileno(self) -> int:
        """Its descriptor; -1 when it is closed, or gone."""
        sock = self.ref()
        return -1 if sock is None else sock.fileno()


class Record:
    """What the answer at `path` does with sockets from `start()` to `stop()`, or until it has `ended`.

    Of very many calls those in the middle are `lost`; how many is all that is known of them.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self.sockets: list[Made] = []
        self.dropped_files: list[str] = []
        self.lost = 0
        self.ended = False
        self._first: list[Call] = []
        self._last: deque[Call] = deque(maxlen=LAST)
        self._kinds = {str(path): "answer"}
        self._inside = threading.local()
        self._made: dict[int, Made] = {}
        self._replaced: list[tuple[Any, str, Any]] = []

    @property
    def calls(self) -> list[Call]:
        """The calls until now in the order in which they began, less the middle of very many."""
        return [*self._first, *self._last]

    def note(self, call: Call) -> None:
        """Add a call, unless the record has `ended`."""
        if self.ended:
            return
        self.lost += len(self._last) == LAST
        (self._first if len(self._first) < FIRST else self._last).append(call)

    def start(self) -> None:
        """Watch from now on."""
        for cls in (socket.socket, ssl.SSLSocket, ShortSocket, ShortListener):
            for method in (*SENDING, *RECEIVING, *OTHER):
                if method in vars(cls) or cls is socket.socket:
                    self._replace(cls, method, self._watched(method, getattr(cls, method)))
        self._watch_sockets()
        warnings.simplefilter("always", ResourceWarning)
        self._replace(warnings, "showwarning", self._hear_warning)

    def stop(self) -> None:
        """Put everything back as it was."""
        for owner, name, original in reversed(self._replaced):
            if original is None:
                delattr(owner, name)
            else:
                setattr(owner, name, original)

    def _replace(self, owner: Any, name: str, new: Any) -> None:
        self._replaced.append((owner, name, vars(owner).get(name)))
        setattr(owner, name, new)

    def _owner(self, frame: FrameType | None) -> tuple[bool, int | None, bool]:
        """Whether the answer makes the call that `frame` is in, on which line, and whether a library does it for it."""
        by_library = False
        while frame is not None:
            kind = self._kind(frame.f_code.co_filename)
            if kind == "answer":
                return True, frame.f_lineno, by_library
            if kind == "other":
                return False, None, by_library
            by_library = by_library or kind == "library"
            frame = frame.f_back
        return threading.current_thread() is not threading.main_thread(), None, True

    def _kind(self, filename: str) -> str:
        kind = self._kinds.get(filename)
        if kind is None:
            path = os.path.realpath(filename)
            if os.path.dirname(path) == KATA and os.path.basename(path) != "answer.py":
                kind = "kata"  # between the answer and its socket
            elif filename.startswith("<frozen") or (path.startswith(LIBRARY) and not path.startswith(SITE)):
                kind = "library"
            else:
                kind = "other"
            self._kinds[filename] = kind
        return kind

    def _watched(self, method: str, original: Callable[..., Any]) -> Callable[..., Any]:
        inside = self._inside

        @functools.wraps(original)
        def watched(sock: socket.socket, *args: Any, **kwargs: Any) -> Any:
            if getattr(inside, "call", False):
                return original(sock, *args, **kwargs)
            own, line, by_library = self._owner(sys._getframe(1))
            if not own:
                return original(sock, *args, **kwargs)
            call = Call(method, line, time.monotonic_ns(), by_library, args)
            self.note(call)
            inside.call = True
            try:
                call.result = original(sock, *args, **kwargs)
                return call.result
            except BaseException as error:
                call.error = error
                if by_library and id(sock) in self._made:
                    self._made[id(sock)].lost_by_library = True  # create_connection does not close it for each error
                raise
            finally:
                inside.call = False
                call.end = time.monotonic_ns()
                keep_little(call)

        return watched

    def _watch_sockets(self) -> None:
        """Keep a weak reference to each socket that the answer makes, and hear of those dropped without `close()`."""
        cls: Any = socket.socket
        make, drop = cls.__init__, cls.__del__
        made = self._made

        @functools.wraps(make)
        def made_by(sock: socket.socket, *args: Any, **kwargs: Any) -> None:
            make(sock, *args, **kwargs)
            own, line, _ = self._owner(sys._getframe(1))
            if own:
                made[id(sock)] = entry = Made(line, weakref.ref(sock))
                self.sockets.append(entry)

        def dropped(sock: socket.socket) -> None:
            entry = made.pop(id(sock), None)
            if entry and sock.fileno() != -1:
                entry.dropped = True
                now, text = time.monotonic_ns(), f"the socket of line {entry.line} is dropped, not closed"
                self.note(Call(DROPPED, None, now, end=now, result=text))
            drop(sock)

        self._replace(cls, "__init__", made_by)
        self._replace(cls, "__del__", dropped)

    def _hear_warning(self, message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:
        if issubclass(category, ResourceWarning) and "unclosed file" in str(message):
            name = str(message).partition("name=")[2].split(" ")[0].strip("'>")
            self.dropped_files.append(os.path.basename(name))


def keep_little(call: Call) -> None:
    """Of what went over the wire keep the beginning and the size, and nothing that holds a socket or a buffer."""
    data: Any = None
    received = call.error is None and call.result is not None
    if call.method in ("send", "sendall", "sendto"):
        data = call.args[0] if call.args else b""
        call.size = call.result if isinstance(call.result, int) else size_of(data)
        call.args = call.args[1:]
    elif call.method == "recv" and received:
        data = call.result
    elif call.method == "recvfrom" and received:
        data, call.args = call.result[0], call.result[1:]
    elif call.method == "recv_into":
        data = memoryview(call.args[0]).cast("B")[: call.result] if received and call.args else None
        call.size = call.result or 0
        call.args = call.args[1:]
    elif call.method not in ("accept", *OTHER):
        call.args = ()
    if call.method == "accept" and received:
        call.result = (None, call.result[1])
    elif data is not None or call.method in RECEIVING:
        call.result = None
    if data is not None:
        call.size = call.size or size_of(data)
        call.data = beginning_of(data)


def size_of(data: Any) -> int:
    """The number of bytes in a buffer; 0 for what is none."""
    try:
        return memoryview(data).nbytes
    except TypeError:
        return 0


def beginning_of(data: Any) -> bytes:
    """The first bytes of a buffer."""
    try:
        return bytes(memoryview(data).cast("B")[:SHOWN])
    except TypeError:
        return b""


RECORD = pytest.StashKey[Record]()


def calls_of(item: pytest.Item) -> list[Call]:
    """What the answer has done in this check until now."""
    return item.stash[RECORD].calls if RECORD in item.stash else []
