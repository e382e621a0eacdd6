"""Has the C library read and write the host, and turns its error into a `ValueError`."""

import socket
import struct
import sys

LAYOUT = "=HH4s8s" if sys.platform == "linux" else "<xxH4s8s"


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError("port out of range")
    try:
        packed = socket.inet_pton(socket.AF_INET, host)
    except OSError as error:
        raise ValueError(str(error)) from error
    family = (socket.AF_INET,) if sys.platform == "linux" else ()
    raw = struct.pack(LAYOUT, *family, socket.htons(port), packed, bytes(8))
    return raw if family else bytes([16, socket.AF_INET]) + raw[2:]


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != pack_address("0.0.0.0", 0)[:2]:
        raise ValueError("no address")
    *_, port, packed, _ = struct.unpack(LAYOUT, raw)
    return socket.inet_ntop(socket.AF_INET, packed), socket.ntohs(port)
