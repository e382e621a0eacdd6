"""Reads from a buffered file, which reads ahead and takes what follows along.

check: test_what_follows_stays_in_the_socket
words: what followed is not in the socket any more
"""

import socket


def recv_exactly(sock: socket.socket, count: int) -> bytes:
    if count < 0:
        raise ValueError(f"count is negative: {count}")
    with sock.makefile("rb") as file:
        received = file.read(count)
    if len(received) < count:
        raise EOFError(f"stream ended after {len(received)} of {count} bytes")
    return received
