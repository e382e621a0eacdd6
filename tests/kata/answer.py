"""Loads an answer afresh for each check, and stands between it and the check."""

import inspect
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kata.record import CALL, RETURN, Call, Record
from kata.show import short
from kata.verdicts import BadAnswer, own_lines


class LoadedAnswer:
    """The functions of an answer file, as attributes."""

    def __init__(self, path: Path, exercise: str, name: str, record: Record) -> None:
        self._path, self._name, self._record = path, name, record
        self._module = ModuleType(exercise)
        self._module.__file__ = str(path)
        sys.modules[exercise] = self._module  # where dataclasses and typing look a class's module up
        try:
            with self._contained("at import"):
                exec(compile(path.read_bytes(), str(path), "exec"), self._module.__dict__)
        except SyntaxError as error:
            if own_lines(error.__traceback__, path):
                raise
            where = f", line {error.lineno}" if error.lineno else ""
            raise BadAnswer(f"{self._name}{where}: {error.msg}, so Python cannot read the file", error.lineno) from None
        except BadAnswer:
            raise
        except Exception as error:
            line = next(reversed(own_lines(error.__traceback__, path)), None)
            what = traceback.format_exception_only(error)[-1].strip()
            where = f", line {line}" if line else ""
            raise BadAnswer(f"{self._name}{where}: the file cannot be loaded: {what}", line) from error

    def __getattr__(self, name: str) -> Callable[..., Any]:
        function = getattr(self._module, name, None)
        if not callable(function):
            what = "has no function" if function is None else "needs a function and not a value called"
            raise BadAnswer(f"{self._name} {what} {name}, which the exercise asks for")
        return self._bound(name, function)

    def _bound(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, called only as its signature allows, and unable to end the run."""

        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            try:
                inspect.signature(function).bind(*args, **kwargs)
            except TypeError as error:
                line = getattr(getattr(function, "__code__", None), "co_firstlineno", None)
                shown = shown_call(args, kwargs)
                where = f", line {line}" if line else ""
                raise BadAnswer(f"{self._name}{where}: the call {name}({shown}) does not fit: {error}", line) from None
            except ValueError:
                pass  # a callable without a signature to look at
            with self._contained(f"in {name}"), self._noted(name, shown_call(args, kwargs)):
                result = function(*args, **kwargs)
            self._note(RETURN, f"{name} returned {short(result, 100)}")
            return result

        return call

    @contextmanager
    def _noted(self, name: str, arguments: str) -> Iterator[None]:
        """Have the call, and what it raises, stand in the conversation; a child that it forked goes no further."""
        process = os.getpid()
        self._note(CALL, f"{name}({arguments})")
        try:
            yield
        except BaseException as error:
            self._note(RETURN, f"{name} raised {type(error).__name__}")
            raise
        finally:
            if os.getpid() != process:
                os._exit(0)

    def _note(self, what: str, text: str) -> None:
        now = time.monotonic_ns()
        self._record.note(Call(what, None, now, end=now, result=text))

    @contextmanager
    def _contained(self, where: str) -> Iterator[None]:
        """Turn what would end the run, or skip the check, into a failure that names it."""
        try:
            yield
        except (SystemExit, KeyboardInterrupt, GeneratorExit, pytest.skip.Exception, pytest.exit.Exception) as error:
            line = next(reversed(own_lines(error.__traceback__, self._path)), None)
            what = {"SystemExit": "sys.exit()"}.get(type(error).__name__, type(error).__name__)
            raise BadAnswer(f"{self._name}, line {line}: the code ends the run {where}, by {what}", line) from None


def shown_call(args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """The arguments of a call, in short."""
    return ", ".join(
        [*(short(value, 30) for value in args), *(f"{key}={short(value, 30)}" for key, value in kwargs.items())]
    )
