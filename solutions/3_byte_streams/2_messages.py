r"""Put messages on a stream, and take them off it.

The surprise: TCP has no messages. You write down how long each one is, and your reader must not trust that number.

    b"hi"     00 00 00 02  68 69         four bytes of length, big-endian, then the payload
    b""       00 00 00 00

`send_message` sends `payload`, any bytes, as one message. `recv_message` returns the payload of the next one.
- An empty message is a message: `b""`. Several in one packet, or one in many, come out the same.
- The stream ends between two messages: `None`. It ends in the middle of one, the length too: `EOFError`.
- A length over `limit`: `ValueError`, before any of the payload is read: it is still in the socket.
- A broken connection is an error, never an end. The socket stays open and in blocking mode.
- You use no CPU time while nothing comes.

This builds on `recv_exactly`: copy yours, or write it anew. The check tries each half alone, then both. By hand: run
this file; in another terminal `printf '\0\0\0\2hi\0\0\0\0' | nc -N 127.0.0.1 4321 | xxd`.
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    first = sock.recv(1)
    if not first:
        return None
    length = int.from_bytes(first + _recv_exactly(sock, 3), "big")
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    return _recv_exactly(sock, length)


def _recv_exactly(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(min(count - len(received), 65536))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 4321)) as listener, listener.accept()[0] as conn:
        while (message := recv_message(conn)) is not None:
            print("received", message)
            send_message(conn, message.upper())
