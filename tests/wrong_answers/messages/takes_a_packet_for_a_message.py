"""Takes each packet for one message, and drops what else is in it.

check: test_recv_several_in_one_packet
words: got [b'one', None, None] where
"""

import socket


def send_message(sock: socket.socket, payload: bytes) -> None:
    sock.sendall(len(payload).to_bytes(4, "big") + payload)


def recv_message(sock: socket.socket, *, limit: int = 1 << 20) -> bytes | None:
    packet = sock.recv(1 << 16)
    if not packet:
        return None
    while len(packet) < 4:
        packet += recv_exactly(sock, 1)
    length = int.from_bytes(packet[:4], "big")
    if length > limit:
        raise ValueError(f"message of {length} bytes, at most {limit} are allowed")
    missing = max(0, 4 + length - len(packet))
    return (packet + recv_exactly(sock, missing))[4 : 4 + length]


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        chunk = sock.recv(count - len(received))
        if not chunk:
            raise EOFError(f"stream ended after {len(received)} of {count} bytes")
        received += chunk
    return bytes(received)
