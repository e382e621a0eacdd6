"""Reads both sides with `inet_pton`, and compares what is left after a shift."""

import socket


def number(text: str) -> tuple[int, int]:
    family = socket.AF_INET6 if ":" in text else socket.AF_INET
    try:
        packed = socket.inet_pton(family, text)
    except OSError as error:
        raise ValueError(str(error)) from error
    return int.from_bytes(packed, "big"), len(packed) * 8


def same_network(interface: str, host: str) -> bool:
    address, _, length = interface.partition("/")
    near, bits = number(address)
    far, bits_of_far = number(host)
    prefix = int(length)
    if prefix < 0 or prefix > bits:
        raise ValueError(f"no such prefix: {prefix}")
    return bits == bits_of_far and (near ^ far) >> (bits - prefix) == 0
