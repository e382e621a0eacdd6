"""Compares the numbers of IPv4 and IPv6 addresses as if they were of one kind.

check: test_mixed_versions
words: {'::c000:20c': True, '2001:db8::1': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    bits = near.max_prefixlen - near.network.prefixlen
    return int(near.ip) >> bits == int(far) >> bits
