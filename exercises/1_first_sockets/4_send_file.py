"""Send a file, and know that it arrived.

The surprise: when `sendall` returns, your own kernel may still hold the bytes. Only the receiver's end says more.

    you        connect   bytes ──▶   bytes ──▶   end ──▶             return
    receiver                   ◀── b'ready'              ◀── end

Send the bytes of the file at `path` over a new TCP connection to `host` (IPv4 or IPv6) and `port`; return how many.
- After the last byte you end your side, wait for the receiver's end, and only then return.
- You read and drop what the receiver says meanwhile: closing with bytes unread resets the connection.
- Memory does not grow with the file. An empty file is an empty stream.
- A missing file: `FileNotFoundError`, and no connection is made. An unknown host: `socket.gaierror`.
- Nobody listens: `ConnectionRefusedError`. The receiver goes away before it has everything: `ConnectionError`.
- It does not answer, takes nothing, or does not end its side, talking or not, for `timeout` seconds: `TimeoutError`.
- A port outside 0 to 65535, or a negative `timeout`: `ValueError`, before anything is sent.
- You close file and connection on every way out.

The check plays all these receivers. By hand: `nc -l 127.0.0.1 4321 > copy` in another terminal, then run this file.
Stop nc with Ctrl-Z before: `ss -tn 'dport = :4321'` says FIN-WAIT-2, all acknowledged, and yet nc has read nothing.
"""

import os


def send_file(path: str | os.PathLike[str], host: str, port: int, *, timeout: float = 10.0) -> int:
    raise NotImplementedError


if __name__ == "__main__":
    host, port = "127.0.0.1", 4321
    sent = send_file(__file__, host, port)
    print(f"all {sent} bytes are with {host}:{port}")
