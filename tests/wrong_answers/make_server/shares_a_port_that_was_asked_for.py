"""Sets SO_REUSEPORT where a port is asked for.

check: test_port_asked_for_is_never_shared
words: OSError with errno.EADDRINUSE is due, and the call returned
"""

import errno
import ipaddress
import socket


def make_server(host="127.0.0.1", port=0, *, backlog=128):
    if not 0 <= port <= 65535:
        raise ValueError("port must be 0-65535")
    if backlog < 0:
        raise ValueError("backlog must not be negative")
    first = None
    for family, kind, proto, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            sock = socket.socket(family, kind, proto)
        except OSError as exc:
            if exc.errno != errno.EAFNOSUPPORT:
                raise
            first = first or exc
            continue
        try:
            sock.setblocking(True)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if port:  # this very port is wanted, at once
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if family == socket.AF_INET6 and ipaddress.IPv6Address(address[0]).ipv4_mapped is None:
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            sock.bind(address)
            sock.listen(min(backlog, 2**31 - 1))
            return sock
        except OSError as exc:
            sock.close()
            if exc.errno != errno.EADDRNOTAVAIL:
                raise
            first = first or exc
        except BaseException:
            sock.close()
            raise
    raise first
