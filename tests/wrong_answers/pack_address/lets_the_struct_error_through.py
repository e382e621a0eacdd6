"""Lets the error of `struct` through for a port out of range.

check: test_port_out_of_range[65536]
words: ValueError is due, and error was raised
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
