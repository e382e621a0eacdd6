"""Looks a name up where an address is due.

check: test_host_that_is_no_ipv4_address
words: no ValueError for ['localhost']
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    if host == "" or ":" in host or host[0].isdigit():
        packed = ipaddress.IPv4Address(host).packed
    else:
        packed = socket.inet_aton(socket.gethostbyname(host))
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
