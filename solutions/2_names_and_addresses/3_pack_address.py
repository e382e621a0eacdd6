"""Write an address as the kernel reads it: 16 bytes.

The surprise: two byte orders in one struct. The family is as your machine counts; port and host go as the network does,
most significant byte first.

    struct sockaddr_in, on Linux:   02 00 │ 1f 90 │ 7f 00 00 01 │ 00 00 00 00 00 00 00 00
                                    family  port    host          nothing: zeros

`pack_address("127.0.0.1", 8080)` returns these bytes, and `unpack_address` gives back host and port.
- `connect(2)` takes what you pack; you unpack what `getsockname(2)` gives.
- `host` is four decimal numbers, 0 to 255, without leading zeros. Anything else, a name too: `ValueError`.
- The last eight bytes are zero when packed, ignored when unpacked.
- A port outside 0 to 65535, or bytes that are not 16 or not of the family `AF_INET`: `ValueError`.

The check hands your bytes to the kernel itself (`ctypes`). By hand: run this file, then
`strace -xx -e connect nc 127.0.0.1 8080`. (A Mac begins with `10 02`: the length, then the family, a byte each.)
"""

import ipaddress
import socket
import struct
import sys

# BSD and macOS have room for the length before a family of one byte
FAMILY = bytes([16, socket.AF_INET]) if sys.platform != "linux" else struct.pack("=H", socket.AF_INET)


def pack_address(host: str, port: int) -> bytes:
    if not 0 <= port <= 65535:
        raise ValueError(f"no such port: {port}")
    return FAMILY + struct.pack("!H4s8x", port, ipaddress.IPv4Address(host).packed)


def unpack_address(raw: bytes) -> tuple[str, int]:
    if len(raw) != 16 or raw[:2] != FAMILY:
        raise ValueError(f"no sockaddr_in: {raw!r}")
    port, host = struct.unpack("!H4s8x", raw[2:])
    return str(ipaddress.IPv4Address(host)), port


if __name__ == "__main__":
    raw = pack_address("127.0.0.1", 8080)
    print(raw.hex(" "))
    print(unpack_address(raw))
