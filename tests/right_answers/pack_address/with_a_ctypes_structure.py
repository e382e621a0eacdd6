"""Declares the struct as C does, and lets `ctypes` lay it out."""

import ctypes
import ipaddress
import socket
import sys


class Packed(ctypes.BigEndianStructure):
    _fields_ = [("port", ctypes.c_uint16), ("host", ctypes.c_ubyte * 4), ("zero", ctypes.c_ubyte * 8)]


HEAD = bytes([16, socket.AF_INET]) if sys.platform != "linux" else bytes(ctypes.c_uint16(socket.AF_INET))


def pack_address(host: str, port: int) -> bytes:
    if port not in range(1 << 16):
        raise ValueError(f"no such port: {port}")
    return HEAD + bytes(Packed(port, tuple(ipaddress.IPv4Address(host).packed)))


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or not raw.startswith(HEAD):
        raise ValueError("not a sockaddr_in")
    packed = Packed.from_buffer_copy(raw, 2)
    return str(ipaddress.IPv4Address(bytes(packed.host))), packed.port
