"""The process that every peer is forked from, in half a millisecond instead of a fresh interpreter's seven.

It is started once for a run, before any answer, and so has nothing of theirs. For each peer it is handed one end of a
socket pair; the job comes over it, the diary goes back. A peer ends when the other end is closed, and this process when
its standard input is: whatever becomes of the run, nothing stays behind.
"""

import os
import resource
import signal
import socket
import sys
import traceback
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import peers  # noqa: F401  (loaded once here, not once in each peer)
from peers.diary import Diary, Dismissed, Life

PEER, AUTOPSY = b"p", b"a"
"""What is asked of the mother, each with a descriptor: a new peer, or how a peer ended."""


def main() -> None:
    begun, ended = set[int](), dict[int, int]()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with socket.socket(fileno=0) as nursery:
        while True:
            request, descriptors, _, _ = socket.recv_fds(nursery, 1, 1)
            if not request:
                break
            with Connection(descriptors[0]) as channel:
                if request == AUTOPSY:
                    channel.send(exit_status(channel.recv(), ended))
                elif pid := os.fork():
                    begun.add(pid)
                    ended.pop(pid, None)  # of an earlier process with this number
                else:
                    nursery.close()
                    live(channel)
                    os._exit(0)
            with suppress(ChildProcessError):
                while (state := os.waitpid(-1, os.WNOHANG))[0]:
                    ended[state[0]] = os.waitstatus_to_exitcode(state[1])
    for pid in begun - ended.keys():  # its channel may never end, where a child of an answer has it open
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def exit_status(pid: int, ended: dict[int, int]) -> int:
    """How the peer `pid` ended; below 0, the signal that killed it."""
    if pid not in ended:
        ended[pid] = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return ended[pid]


def live(channel: Connection) -> None:
    """One peer: do the job, hand back the diary, and hold everything open until the test lets go."""
    channel.send(os.getpid())
    job, answer = channel.recv()
    diary = Diary(job.name)
    with ExitStack() as held:
        try:
            job.run(Life(channel, diary, held, answer))
        except Dismissed:
            pass
        except Exception:
            diary.crash = traceback.format_exc()
        with suppress(BrokenPipeError):
            channel.send(diary)
            channel.poll(None)


if __name__ == "__main__":
    main()
