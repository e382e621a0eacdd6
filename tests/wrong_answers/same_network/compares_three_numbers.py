"""Compares the first three numbers, whatever the prefix.

check: test_line_within_a_number
words: {'192.0.2.1': True, '192.0.2.65': True}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version != far.version:
        return False
    if near.version == 6:
        return far in near.network
    return str(near.ip).split(".")[:3] == host.split(".")[:3]
