"""Makes the mask of 32 bits for IPv6 too.

check: test_ipv6
words: ValueError: negative shift count
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    mask = 0xFFFFFFFF << (32 - near.network.prefixlen)
    return int(near.ip) & mask == int(far) & mask
