"""Counts the prefixes of IPv6 from 0 to 127.

check: test_longest_prefix_of_ipv6
words: ValueError: no such prefix: 128
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    if near.network.prefixlen not in range(128):
        raise ValueError(f"no such prefix: {near.network.prefixlen}")
    return far in near.network
