"""Looks only at the first byte of the family.

check: test_family_has_two_bytes
words: ValueError is due, and the call returned
"""

import ipaddress
import socket
import struct

FORMAT = struct.Struct("=H")


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return FORMAT.pack(socket.AF_INET) + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[0] != FORMAT.pack(socket.AF_INET)[0]:
        raise ValueError("no sockaddr_in of AF_INET")
    port, address = struct.unpack("!H4s", raw[2:8])
    return socket.inet_ntoa(address), port
