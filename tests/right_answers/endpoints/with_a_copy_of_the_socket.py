"""Works on a copy of the socket, and closes it."""

import errno
import socket


def endpoints(sock: socket.socket) -> tuple[tuple[str, int] | None, tuple[str, int] | None]:
    with sock.dup() as copy:
        local, remote = copy.getsockname()[:2], None
        try:
            remote = copy.getpeername()[:2]
        except OSError as error:
            if error.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
        return (local if local[1] != 0 else None), remote
