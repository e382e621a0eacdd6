"""Reads each number with `int`, and drops leading zeros.

check: test_numbers_with_leading_zeros
words: no ValueError for ['010.0.0.1', '1.2.3.04', '00.0.0.0']
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    numbers = host.split(".")
    if len(numbers) != 4 or not all(number.isascii() and number.isdigit() and int(number) < 256 for number in numbers):
        raise ValueError(f"no such host: {host}")
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, bytes(map(int, numbers)))


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
