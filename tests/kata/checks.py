"""What the grading tests share."""

import inspect
import os
import resource
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import ECONNABORTED, ECONNRESET, EPIPE, errorcode

import pytest

from kata.show import short
from kata.verdicts import BadAnswer, KataFault, Kept, Printed, Wrong

MEASURES_CPU_TIME = pytest.mark.skipif(
    sys.platform != "linux", reason="the CPU time of another process is read as Linux tells it"
)

WHOLE_BUFFERS = sorted({*range(512, 8193, 512), *range(1000, 10001, 1000), 12288, 16384, 32768, 65536})
"""Sizes in bytes, one of which is a multiple of whatever buffer an answer may have."""


@contextmanager
def raises(*kinds: type[BaseException], errno: int | None = None) -> Iterator[None]:
    """The call in the block has to raise one of `kinds`, with `errno` if it is given."""
    start = size_of_printed()
    due = " or ".join(kind.__name__ for kind in kinds) + (f" with errno.{errorcode[errno]}" if errno else "")
    try:
        yield
    except kinds as error:
        if errno and getattr(error, "errno", None) != errno:
            raise Wrong(f"{due} is due, and came with {error}") from error
        not_printed(f"{type(error).__name__}: {error}", start)
        not_printed(getattr(error, "strerror", None), start)
        return
    except (NotImplementedError, BadAnswer, KataFault, AssertionError):
        raise
    except Exception as error:
        raise Wrong(f"{due} is due, and {type(error).__name__} was raised") from error
    raise Kept(f"{due} is due, and the call returned", kinds)


@contextmanager
def may_raise_connection_error() -> Iterator[None]:
    """The call in the block may raise `ConnectionError`, or return; a thread of its own prints none either."""
    start = size_of_printed()
    with suppress(ConnectionError):
        yield
    for text in ("Traceback (most recent call last)", *map(os.strerror, (ECONNABORTED, ECONNRESET, EPIPE))):
        not_printed(text, start)


def not_printed(error: str | None, start: int) -> None:
    """What the answer printed since `start` has to be without the text `error` (rule R2)."""
    with suppress(OSError):  # it goes to a terminal (`-s`), or the answer has closed it
        if error and error.encode() in os.pread(2, size_of_printed() - start, start):
            raise Printed(f"your code printed an error: {error}")


def size_of_printed() -> int:
    """The bytes that the answer has printed."""
    try:
        return os.fstat(2).st_size
    except OSError:
        return 0


def count(value: object) -> int:
    """`value`, if it is an integer."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Wrong(f"an int is due, and {short(value)} came")
    return value


def round_trip(value: object) -> bool:
    """Whether `value` is the time of an answer, a `float` of seconds, and not the `None` of a lost one."""
    if value is None:
        return False
    if not isinstance(value, float) or value < 0:
        raise Wrong(f"seconds as a float, or None, are due, and {short(value)} came")
    return True


def fates(times: Iterable[object]) -> list[str]:
    """What became of each ping."""
    return ["answered" if round_trip(seconds) else "lost" for seconds in times]


def is_blocking(sock: socket.socket) -> bool:
    """Whether calls on `sock` wait, as far as Python and the kernel are concerned (socket(7), SO_RCVTIMEO)."""
    limits = [sock.getsockopt(socket.SOL_SOCKET, option, 16) for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO)]
    return sock.gettimeout() is None and os.get_blocking(sock.fileno()) and not any(map(any, limits))


def default_of(function: Callable[..., object], parameter: str) -> object:
    """The default of a parameter as the signature tells it; None where it does not."""
    parameters = inspect.signature(function).parameters
    return parameters[parameter].default if parameter in parameters else None


def sleeps_while_it_waits(call: Callable[[float], object]) -> None:
    """`call` waits in vain for the seconds that it is given, and has to use no CPU time meanwhile.

    A busy machine may give one that spins only a little: what took an amount in doubt is called again, for longer. One
    that never once sleeps wants all the time that there is.
    """
    call(0.01)  # what a first call loads and starts is not waiting
    for seconds, little in ((0.2, 0.01), (0.8, 0.03)):
        switches, start, start_cpu = sleeps(), time.monotonic(), time.process_time()
        call(seconds)
        spent = time.process_time() - start_cpu if sleeps() > switches else time.monotonic() - start
        if spent < little:
            return
        if spent >= 0.03:
            raise Wrong(f"{spent:.3f} s of CPU time in {seconds:g} s of silence")


def sleeps() -> int:
    """How many times this process has gone to sleep by itself (getrusage(2), ru_nvcsw)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
