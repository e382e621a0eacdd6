"""Unpacks the port in the order of this machine.

check: test_unpacks_the_other_end
words: ('127.0.0.1', 36895)
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("=H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
