"""Takes a prefix of 0 for no prefix: only the interface itself is near.

check: test_prefix_of_no_bits
words: {'203.0.113.200': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    length = near.network.prefixlen or near.max_prefixlen
    bits = near.max_prefixlen - length
    return int(near.ip) >> bits == int(far) >> bits
