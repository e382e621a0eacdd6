"""What usually lies behind an exception, in one sentence."""

import errno

from kata.verdicts import Left

BY_ERRNO = {
    errno.EADDRINUSE: "another socket has that port, or a connection of a closed server lingers on it in TIME_WAIT, "
    "which SO_REUSEADDR, set before bind, allows",
    errno.EADDRNOTAVAIL: "that address is not this machine's, or all its ports are in use",
    errno.EBADF: "the socket was closed before this call",
    errno.ENOTCONN: "the socket is not connected: not yet, or not any more",
    errno.EISCONN: "a socket can be connected only once; make a new one for each connection",
    errno.EINVAL: "the socket is in no state for this: accept needs listen, and bind comes once and first",
    errno.EMFILE: "more sockets and files are open at the same time than the process may have",
    errno.EMSGSIZE: "a datagram holds at most 65,507 bytes",
    errno.ENETUNREACH: "there is no route to that network",
    errno.EHOSTUNREACH: "there is no route to that host",
}

BY_KIND: list[tuple[type[BaseException], str]] = [
    (ConnectionRefusedError, "nobody listens on that address and port: not yet, not any more, or on another"),
    (
        ConnectionResetError,
        "the other side broke the connection off, or closed it while bytes of yours lay there unread",
    ),
    (BrokenPipeError, "you sent on a connection that the other side has closed"),
    (ConnectionAbortedError, "the connection ended before it was accepted"),
    (TimeoutError, "nothing came, or nothing could be sent, within the timeout"),
    (BlockingIOError, "the socket is in non-blocking mode or has a timeout of 0, and the call would have to wait"),
    (PermissionError, "the system does not allow it; ports below 1024, for one, are kept for privileged users"),
    (EOFError, "the stream ended before all of it had come"),
    (
        UnicodeDecodeError,
        "those bytes are no text in that encoding; and where they are, a recv may end in the middle of a character",
    ),
    (RecursionError, "a function calls itself without an end"),
    (MemoryError, "more is held in memory than there is room for"),
]


def usual_cause(error: BaseException) -> str | None:
    """A sentence on what usually lies behind `error`; None where there is no usual cause."""
    if isinstance(error, Left):
        return (
            "`close()` does it, or the end of a `with`; what is only dropped is closed when Python happens to find it, "
            "and `shutdown` of a socket only ends a direction"
        )
    if isinstance(error, TypeError) and "bytes-like object is required" in str(error):
        return "sockets carry bytes, not text: encode the text first"
    if isinstance(error, OSError) and error.errno in BY_ERRNO:
        return BY_ERRNO[error.errno]
    return next((cause for kind, cause in BY_KIND if isinstance(error, kind)), None)
