"""Fills the last eight bytes with blanks.

check: test_last_eight_bytes_are_zero
words: b'        '
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    packed = struct.pack("=H", socket.AF_INET) + struct.pack("!H4s", port, ipaddress.IPv4Address(host).packed)
    return packed.ljust(16)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
