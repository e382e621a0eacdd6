"""The thread in a check's process that hears the clock ring, or the run end, whatever the answer does meanwhile."""

import _thread
import os
import shutil
import signal
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

import pytest

from kata.report import stuck_reports, to_data


class Guard:
    """Watches over the check in this process."""

    def __init__(self, item: pytest.Item, channel: Connection, scratch: str) -> None:
        self._item, self._channel, self._scratch = item, channel, scratch
        self._telling = threading.Lock()
        # not a threading.Thread: an answer that lists threads sees only its own
        _thread.start_new_thread(self._watch, ())

    def tell(self, what: str, value: Any) -> None:
        """Say something to the run."""
        with self._telling:
            self._channel.send((what, value))

    def _watch(self) -> None:
        try:
            self._channel.recv()
        except (EOFError, OSError):  # the run is gone, killed perhaps: take everything along
            shutil.rmtree(self._scratch, ignore_errors=True)
            os.killpg(0, signal.SIGKILL)
        with self._telling:  # from now on the check has nothing to say, even if it comes back while its peers are asked
            frame = sys._current_frames()[threading.main_thread().ident or 0]
            reports = stuck_reports(self._item, frame)
            self._channel.send(("reports", [to_data(self._item, report) for report in reports]))
            os._exit(0)


GUARD = pytest.StashKey[Guard]()
