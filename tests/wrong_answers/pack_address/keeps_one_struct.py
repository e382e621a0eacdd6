"""Packs into a buffer that it also unpacks from.

check: test_last_eight_bytes_are_zero_after_others
words: \\xff' where
"""

import ipaddress
import socket
import struct
import sys

# BSD and macOS have room for the length before a family of one byte
FAMILY = bytes([16, socket.AF_INET]) if sys.platform != "linux" else struct.pack("=H", socket.AF_INET)

buffer = bytearray(16)


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    buffer[:8] = FAMILY + struct.pack("!H4s", port, ipaddress.IPv4Address(host).packed)
    return bytes(buffer)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != FAMILY:
        raise ValueError(f"no sockaddr_in: {raw!r}")
    buffer[:] = raw
    port, host = struct.unpack("!H4s8x", buffer[2:])
    return str(ipaddress.IPv4Address(host)), port
