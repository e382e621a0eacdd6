"""The real `nc` as a server. It binds to port 0 and tells which one it got: no port is chosen, freed and hoped for."""

import re
import socket
import subprocess
from dataclasses import dataclass

from peers.diary import Life
from peers.steps import Step, Wire
from peers.streams import carry_out


@dataclass(frozen=True)
class Nc:
    """The program at `path`, OpenBSD's nc, which listens for one client; whoever sits at it carries out `steps`."""

    path: str
    steps: tuple[Step, ...]
    host: str = "127.0.0.1"
    name: str = "user of nc"

    def run(self, life: Life) -> None:
        keyboard_and_screen, its_end = socket.socketpair()
        errors, its_errors = socket.socketpair()
        life.hold(keyboard_and_screen)
        life.hold(errors)
        with its_end, its_errors:
            command = [self.path, "-n", "-v", "-l", self.host, "0"]
            end = its_end.fileno()
            nc = subprocess.Popen(command, stdin=end, stdout=end, stderr=its_errors.fileno())
        with nc:
            try:
                told = Wire(errors, life).receive_some(4096, "nc does not tell where it listens")
                found = re.fullmatch(rb"Listening on \S+ (\d+)\n", told)
                if not found:
                    raise ValueError(f"nc does not tell where it listens, but {told!r}")
                life.ready((self.host, int(found[1])))
                carry_out(self.steps, Wire(keyboard_and_screen, life))
            finally:
                nc.kill()
