"""Writes down every socket call that the answer makes: what it was, on which line, when, and what came of it.

The methods of the class `socket.socket` are replaced, not the class: so every import style, `create_server`, `makefile`,
`selectors`, `socketserver`, asyncio and `http.client` are seen. It is done in the check's own process, which ends with it.
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
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from peers.diary import SHOWN

KATA = os.path.dirname(os.path.realpath(__file__))
LIBRARY = os.path.realpath(sysconfig.get_path("stdlib"))
SITE = os.path.realpath(sysconfig.get_path("purelib"))

OUT = ("send", "sendall", "sendto", "sendmsg", "sendfile")
IN = ("recv", "recv_into", "recvfrom", "recvfrom_into", "recvmsg", "recvmsg_into", "accept")
OTHER = ("bind", "listen", "connect", "connect_ex", "shutdown", "close", "setsockopt", "settimeout", "setblocking")


@dataclass
class Call:
    """A socket call of the answer's. Times are `time.monotonic_ns()`; `end` is None while it has not returned."""

    method: str
    line: int | None
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    fileno: int
    start: int
    by_library: bool
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

    @property
    def is_open(self) -> bool:
        sock = self.ref()
        return sock is not None and sock.fileno() != -1

    @property
    def fileno(self) -> int:
        sock = self.ref()
        return -1 if sock is None else sock.fileno()


class Record:
    """What the answer at `path` does with sockets from `start()` on."""

    def __init__(self, path: Path) -> None:
        self.calls: list[Call] = []
        self.sockets: list[Made] = []
        self.dropped_files: list[str] = []
        self._path = str(path)
        self._kinds: dict[str, str] = {self._path: "answer"}
        self._inside = threading.local()

    def start(self) -> None:
        """Watch from now on; there is no way back, and none is needed in a process of its own."""
        for cls in (socket.socket, ssl.SSLSocket):
            for method in (*OUT, *IN, *OTHER):
                if method in vars(cls) or cls is socket.socket:
                    setattr(cls, method, self._watched(method, getattr(cls, method)))
        self._watch_sockets()
        warnings.simplefilter("always", ResourceWarning)
        warnings.showwarning = self._hear_warning

    def owner(self, frame: FrameType | None) -> tuple[bool, int | None, bool]:
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
            own, line, by_library = self.owner(sys._getframe(1))
            if not own:
                return original(sock, *args, **kwargs)
            call = Call(method, line, args, kwargs, sock.fileno(), time.monotonic_ns(), by_library)
            self.calls.append(call)
            inside.call = True
            try:
                call.result = original(sock, *args, **kwargs)
                return call.result
            except BaseException as error:
                call.error = error
                raise
            finally:
                inside.call = False
                call.end = time.monotonic_ns()
                note_data(call)

        return watched

    def _watch_sockets(self) -> None:
        """Keep a weak reference to each socket that the answer makes, and hear of those dropped without `close()`."""
        cls: Any = socket.socket
        make, drop = cls.__init__, cls.__del__
        made: dict[int, Made] = {}

        @functools.wraps(make)
        def made_by(sock: socket.socket, *args: Any, **kwargs: Any) -> None:
            make(sock, *args, **kwargs)
            own, line, _ = self.owner(sys._getframe(1))
            if own:
                made[id(sock)] = entry = Made(line, weakref.ref(sock))
                self.sockets.append(entry)

        def dropped(sock: socket.socket) -> None:
            entry = made.pop(id(sock), None)
            if entry and sock.fileno() != -1:
                entry.dropped = True
            drop(sock)

        cls.__init__, cls.__del__ = made_by, dropped

    def _hear_warning(
        self, message: Warning | str, category: type[Warning], filename: str, lineno: int, file: Any = None, line: Any = None
    ) -> None:
        if issubclass(category, ResourceWarning) and "unclosed file" in str(message):
            name = str(message).split("name=")[-1].split(" ")[0].rstrip(">")
            self.dropped_files.append(f"the file {os.path.basename(name.strip(chr(39)))}")


def note_data(call: Call) -> None:
    """Keep what went over the wire: the beginning, and the size."""
    data: Any = None
    if call.method in ("send", "sendall", "sendto") and call.args:
        data = call.args[0]
        call.size = call.result if isinstance(call.result, int) else len(memoryview(data).cast("B"))
    elif call.method == "recv":
        data = call.result
    elif call.method == "recvfrom" and call.result is not None:
        data = call.result[0]
    elif call.method == "recv_into" and call.result is not None:
        data = memoryview(call.args[0]).cast("B")[: call.result]
    elif call.method == "sendfile":
        call.size = call.result or 0
    if data is not None:
        view = memoryview(data).cast("B")
        call.data = bytes(view[:SHOWN])
        call.size = call.size or len(view)
    if call.method in OUT:
        call.args = call.args[1:]
    elif call.method in IN and "into" in call.method:
        call.args = ()
    if isinstance(call.result, (bytes, tuple)) and call.method != "accept":
        call.result = None


RECORD = pytest.StashKey[Record]()
