"""Puts an IPv4 host into IPv6 when the interface is of IPv6.

check: test_mixed_versions_the_other_way
words: {'192.0.2.12': True, '203.0.113.1': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, far = ipaddress.ip_interface(interface), ipaddress.ip_address(host)
    if near.version == 6 and far.version == 4:
        far = ipaddress.IPv6Address(int(far))
    return far in near.network
