"""Takes port 0 for no address when it unpacks.

check: test_unpacks_smallest_and_largest_numbers
words: ValueError
"""

import ipaddress
import socket
import struct
import sys

# BSD and macOS have room for the length before a family of one byte
FAMILY = bytes([16, socket.AF_INET]) if sys.platform != "linux" else struct.pack("=H", socket.AF_INET)


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return FAMILY + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != FAMILY:
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    if not port:
        raise ValueError("not bound")
    return str(ipaddress.IPv4Address(host)), port
