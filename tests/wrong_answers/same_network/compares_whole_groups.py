"""Compares whole groups of an IPv6 address, as many as the prefix has.

check: test_line_within_a_group
words: {'2001:db8:0:f::1': True, '2001:db8:0:10::1': True}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    if near.version == 4:
        return far in near.network
    size = near.network.prefixlen // 16
    return near.ip.exploded.split(":")[:size] == far.exploded.split(":")[:size]
