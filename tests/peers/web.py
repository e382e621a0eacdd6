"""What only a web server does: it reads a request, and, as Python's own `http.server`, it serves files."""

import threading
from dataclasses import dataclass
from typing import Any

from peers.diary import BrokenStep, Life
from peers.steps import CHUNK, Wire


@dataclass(frozen=True)
class Request:
    """Receive a request without a body, to the empty line that ends it; lines may end as they like."""

    def run(self, wire: Wire) -> None:
        came = b""
        while not came.replace(b"\r\n", b"\n").endswith(b"\n\n"):
            chunk = wire.receive_some(CHUNK, "the peer waits for the empty line that ends a request")
            came += chunk
            if not chunk:
                raise BrokenStep("stream ended before the empty line that ends a request", None, came)
        wire.life.diary.received.append(came)


@dataclass(frozen=True)
class FileServer:
    """Python's own `http.server`, which serves the files under `folder`."""

    folder: str
    host: str = "127.0.0.1"
    name: str = "http.server"

    def run(self, life: Life) -> None:
        from http.server import SimpleHTTPRequestHandler  # only here: it takes long to load
        from socketserver import ThreadingTCPServer

        folder = self.folder

        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *args: Any) -> None:
                super().__init__(*args, directory=folder)

            def log_message(self, format: str, *args: Any) -> None:
                life.diary.note(format % args)

        ThreadingTCPServer.daemon_threads = True
        with ThreadingTCPServer((self.host, 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            life.ready(server.server_address)
            life.wait(None, 0, None)
