"""Unpacks the bytes without a look at the family.

check: test_another_family
words: ValueError is due, and the call returned
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16:
        raise ValueError(f"{len(raw)} bytes are no sockaddr_in")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
