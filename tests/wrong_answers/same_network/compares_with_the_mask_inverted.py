"""Inverts the mask with `~`, which makes a negative number of it.

check: test_neighbour
words: OverflowError: can't convert negative int to unsigned
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    mask = ~(2 ** (near.max_prefixlen - near.network.prefixlen) - 1)
    packed = mask.to_bytes(near.max_prefixlen // 8, "big")
    return all(a & m == b & m for a, b, m in zip(near.packed, far.packed, packed))
