"""Lets the error of `struct` through for bytes that are too few.

check: test_fewer_than_16_bytes
words: unpack requires a buffer of
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    family, port, host = struct.unpack("=H", raw[:2])[0], *struct.unpack("!H4s8x", raw[2:])
    if family != socket.AF_INET:
        raise ValueError(f"no sockaddr_in: {raw!r}")
    return str(ipaddress.IPv4Address(host)), port
