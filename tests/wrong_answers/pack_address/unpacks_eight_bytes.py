"""Unpacks eight bytes, since the others say nothing.

check: test_fewer_than_16_bytes
words: unpacked all the same: [8, 15] bytes
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if not 8 <= len(raw) <= 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s", raw[2:8])
    return str(ipaddress.IPv4Address(host)), port
