"""Compares whole numbers, as many as the prefix has bytes.

check: test_line_within_a_number
words: {'192.0.2.1': True, '192.0.2.65': True}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    size = near.network.prefixlen // 8
    return near.packed[:size] == far.packed[:size]
