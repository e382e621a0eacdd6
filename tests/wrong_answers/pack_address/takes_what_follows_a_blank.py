"""Reads the host up to a blank, and forgets what follows.

check: test_other_text_in_the_numbers
words: no ValueError for ['1.2.3.4 junk', '1.2.3.4 '
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    packed = ipaddress.IPv4Address((host.rstrip() + " ").partition(" ")[0]).packed
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
