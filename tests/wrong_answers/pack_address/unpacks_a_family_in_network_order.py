"""Looks for the family in either order of its bytes.

check: test_family_in_network_order
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
    if len(raw) != 16 or sum(raw[:2]) != socket.AF_INET:
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
