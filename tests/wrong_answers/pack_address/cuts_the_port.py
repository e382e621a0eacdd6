"""Cuts a port that is out of range down to two bytes.

check: test_port_out_of_range[-1]
words: ValueError is due, and the call returned
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port & 0xFFFF, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != struct.pack("=H", socket.AF_INET):
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port
