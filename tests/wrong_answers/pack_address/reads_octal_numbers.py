"""Wants four numbers, and has `inet_aton` read them, octal and hexadecimal ones too.

check: test_numbers_with_leading_zeros
words: no ValueError for ['010.0.0.1', '1.2.3.04'
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    if host.count(".") != 3 or not host.replace(".", "").isalnum() or not host.isascii():
        raise ValueError(f"no such host: {host}")
    try:
        packed = socket.inet_aton(host)
    except OSError:
        raise ValueError(f"no such host: {host}") from None
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
