"""Reads the host with `inet_aton`, which takes three numbers for four.

check: test_host_of_fewer_or_more_numbers
words: no ValueError for ['127.1', '1.2.3', '2130706433'
"""

import ipaddress
import socket
import struct


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
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
