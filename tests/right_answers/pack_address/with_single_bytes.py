"""Puts each byte where it belongs by hand."""

import re
import socket
import sys

NUMBER = r"(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
HOST = re.compile(rf"{NUMBER}\.{NUMBER}\.{NUMBER}\.{NUMBER}")
FAMILY = [16, socket.AF_INET] if sys.platform != "linux" else list(int(socket.AF_INET).to_bytes(2, sys.byteorder))


def pack_address(host: str, port: int) -> bytes:
    numbers = HOST.fullmatch(host)
    if not numbers:
        raise ValueError(host)
    if not 0 <= port < 65536:
        raise ValueError(port)
    return bytes(FAMILY + [port >> 8, port & 255] + [int(number) for number in numbers.groups()] + [0] * 8)


def unpack_address(raw: bytes) -> tuple[str, int]:
    first, second, high, low, a, b, c, d, *padding = raw if len(raw) == 16 else bytes(8)
    if [first, second] != FAMILY:
        raise ValueError(raw)
    return f"{a}.{b}.{c}.{d}", high << 8 | low
