"""Allows prefixes of 128 bits for IPv4 as well.

check: test_prefix_out_of_range
words: no ValueError for ['192.0.2.12/33']
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    text, _, length = interface.partition("/")
    if not 0 <= int(length) <= 128:
        raise ValueError(f"no such prefix: {length}")
    near, far = ipaddress.ip_address(text), ipaddress.ip_address(host)
    bits = max(near.max_prefixlen - int(length), 0)
    return near.version == far.version and int(near) >> bits == int(far) >> bits
