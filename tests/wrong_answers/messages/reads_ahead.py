"""Keeps what it has received beyond a message for the next call, the payload over the limit too.

check: test_recv_over_the_limit_after_a_message
words: the payload is not in the socket any more
"""

import socket
from weakref import WeakKeyDictionary


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    buffer = ahead.setdefault(sock, bytearray())
    while len(buffer) < 4:
        if not receive_more(sock, buffer):
            return None
    length = int.from_bytes(buffer[:4], "big")
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    while len(buffer) < 4 + length:
        receive_more(sock, buffer)
    payload = bytes(buffer[4 : 4 + length])
    del buffer[: 4 + length]
    return payload


def receive_more(sock: socket.socket, buffer: bytearray) -> bool:
    # a length is read by itself, so that a first message over the limit is left alone
    chunk = sock.recv(65536 if len(buffer) >= 4 else 4 - len(buffer))
    if not chunk and buffer:
        raise EOFError("stream ended in a message")
    buffer += chunk
    return bool(chunk)


ahead: WeakKeyDictionary[socket.socket, bytearray] = WeakKeyDictionary()
