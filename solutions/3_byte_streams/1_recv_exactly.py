"""Receive exactly so many bytes.

The surprise: `recv(5)` means at most 5. It returns what has come so far, perhaps one byte, and nothing tells where a
`send` of the other side began or ended.

    peer   b'hel' ──▶   b'lo, wo' ──▶   b'rld' ──▶
    you                 return b'hello'              for count=5; b', world' stays

Return the next `count` bytes of the stream, as `bytes`.
- You take not one byte more: what follows stays in the socket.
- The stream ends before you have them all: `EOFError`. A reset goes through as `ConnectionResetError`.
- `count=0` is `b""` and touches nothing; a negative `count` is a `ValueError`.
- 64 MiB take a time in proportion, not its square.
- The socket stays open and in blocking mode. You use no CPU time while nothing comes.

The check sends single bytes, too many, too few, and 64 MiB. By hand: run this file, in another terminal
`nc 127.0.0.1 4321`, and type a few short lines.
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(min(count - len(received), 65536))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 4321)) as listener:
        print("waiting for 10 bytes on", listener.getsockname())
        with listener.accept()[0] as conn:
            print(recv_exactly(conn, 10), "and then", conn.recv(100))
