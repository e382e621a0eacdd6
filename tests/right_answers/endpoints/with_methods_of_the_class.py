"""Calls the methods of the class, which it took when the file was loaded."""

from socket import socket

local_of, remote_of = socket.getsockname, socket.getpeername


def endpoints(sock: socket):
    host, port = local_of(sock)[:2]
    try:
        remote = tuple(remote_of(sock)[:2])
    except OSError:
        remote = None
    return ((host, port), remote) if port else (None, remote)
