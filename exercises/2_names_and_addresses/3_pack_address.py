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


def pack_address(host: str, port: int) -> bytes:
    raise NotImplementedError


def unpack_address(raw: bytes) -> tuple[str, int]:
    raise NotImplementedError


if __name__ == "__main__":
    raw = pack_address("127.0.0.1", 8080)
    print(raw.hex(" "))
    print(unpack_address(raw))
