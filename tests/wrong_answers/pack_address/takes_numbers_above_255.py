"""Cuts numbers above 255 down to a byte.

check: test_numbers_out_of_range
words: no ValueError for ['256.0.0.1', '1.2.3.1000']
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    numbers = host.split(".")
    if len(numbers) != 4 or not all(number.isascii() and number.isdigit() for number in numbers):
        raise ValueError(f"no such host: {host}")
    if any(number != str(int(number)) for number in numbers):
        raise ValueError(f"leading zeros: {host}")
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, bytes(int(number) & 255 for number in numbers))


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
